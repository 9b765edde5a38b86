package ferlive.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OpenDeadlineTest {
  @Test
  void open_givesUpAndClosesWhatOpensTooLate() throws InterruptedException {
    CountDownLatch mayOpen = new CountDownLatch(1);
    LateSource late = new LateSource();

    assertThatThrownBy(
            () ->
                OpenDeadline.open(
                    "camera 0",
                    Duration.ofMillis(50),
                    () -> {
                      await(mayOpen);
                      return late;
                    }))
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.SOURCE))
        .hasMessageContaining("camera 0");
    mayOpen.countDown();

    assertThat(late.closed.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void open_passesOnTheFault() {
    AppException fault = new AppException(ExitCode.SOURCE, "no");

    assertThatThrownBy(
            () ->
                OpenDeadline.open(
                    "camera 0",
                    Duration.ofSeconds(5),
                    () -> {
                      throw fault;
                    }))
        .isSameAs(fault);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class LateSource implements FrameSource {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public SourceInfo info() {
      return new SourceInfo("late", SourceKind.LIVE, 0, 0, 0, -1);
    }

    @Override
    public Optional<Frame> next() {
      return Optional.empty();
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
