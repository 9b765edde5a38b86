package ferlive.app.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;
import ferlive.app.testing.FixedAnalyzer;
import ferlive.app.testing.Frames;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class QueuedSinkTest {
  private final Frames frames = new Frames();
  private final Frame frame = frames.plain(8, 8, 0);
  private final List<Long> written = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    frame.close();
    frames.close();
  }

  @Test
  void accept_writesAllInOrderAndTheWriterIsClosed() {
    Writer writer = new Writer(written::add);
    QueuedSink sink = new QueuedSink("faces.jsonl", writer);
    accept(sink, 100);

    sink.close();
    sink.close();

    assertThat(written).containsExactlyElementsOf(LongStream.range(0, 100).boxed().toList());
    assertThat(sink.dropped()).isZero();
    assertThat(writer.closes).hasValue(1);
  }

  @Test
  void accept_dropsAndGoesOnWhenTheWriterHangs() {
    CountDownLatch reader = new CountDownLatch(1);
    QueuedSink sink = new QueuedSink("faces.jsonl", new Writer(frame -> await(reader)));
    long start = System.nanoTime();
    accept(sink, QueuedSink.CAPACITY + 101);

    assertThat((System.nanoTime() - start) / 1e9).isLessThan(1);
    assertThat(sink.dropped()).isBetween(100L, 101L);
    assertThatThrownBy(sink::close)
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT))
        .hasMessageContaining("faces.jsonl");
    assertThat(sink.dropped()).isGreaterThanOrEqualTo(QueuedSink.CAPACITY + 100);
    reader.countDown();
  }

  @Test
  void close_throwsTheFaultOfTheWriter() throws InterruptedException {
    AppException full = new AppException(ExitCode.OUTPUT, "disk full");
    Writer writer =
        new Writer(
            frame -> {
              throw full;
            });
    QueuedSink sink = new QueuedSink("faces.jsonl", writer);
    accept(sink, 1);
    writer.closed.await();

    assertThatThrownBy(sink::close).isSameAs(full);
    assertThat(writer.closes).hasValue(1);
  }

  @Test
  void close_throwsAlsoWhenAnErrorEndedTheWriter() throws InterruptedException {
    OutOfMemoryError full = new OutOfMemoryError("Java heap space");
    Writer writer =
        new Writer(
            frame -> {
              throw full;
            });
    QueuedSink sink = new QueuedSink("faces.jsonl", writer);
    accept(sink, 1);
    writer.closed.await();

    assertThatThrownBy(sink::close).hasCause(full);
  }

  private void accept(QueuedSink sink, long results) {
    LongStream.range(0, results)
        .forEach(number -> sink.accept("a", frame, FixedAnalyzer.result(number, 0, 8, 8)));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Writer implements ResultWriter {
    private final LongConsumer work;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger closes = new AtomicInteger();

    Writer(LongConsumer work) {
      this.work = work;
    }

    @Override
    public void accept(String source, FrameResult result) {
      work.accept(result.frame());
    }

    @Override
    public void close() {
      closes.incrementAndGet();
      closed.countDown();
    }
  }
}
