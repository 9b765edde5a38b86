package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import ferlive.app.source.SourceState;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LatestFrameTest {
  private final FramePool pool = new FramePool();
  private final LatestFrame mailbox = new LatestFrame();

  @AfterEach
  void free() {
    pool.close();
  }

  @Test
  void put_replacesAndGivesBackTheWaitingFrame() throws InterruptedException {
    Frame older = frame(0);

    assertThat(mailbox.put(older)).isZero();
    assertThat(mailbox.put(frame(1))).isEqualTo(1);

    assertThat(frame(2)).as("the pool hands the older frame out again").isSameAs(older);
    assertThat(takenFrame()).isEqualTo(1);
  }

  @Test
  void take_givesTheWaitingFrameThenNothingAfterTheEnd() throws InterruptedException {
    mailbox.put(frame(0));
    mailbox.end();

    assertThat(mailbox.take()).isPresent();
    assertThat(mailbox.take()).isEmpty();
  }

  @Test
  void put_dropsTheFrameAfterTheEnd() throws InterruptedException {
    mailbox.end();

    assertThat(mailbox.put(frame(0))).isEqualTo(1);
    assertThat(mailbox.take()).isEmpty();
  }

  @Test
  void abort_dropsTheWaitingFrame() throws InterruptedException {
    mailbox.put(frame(0));

    assertThat(mailbox.abort()).isEqualTo(1);
    assertThat(mailbox.abort()).isZero();
    assertThat(mailbox.take()).isEmpty();
  }

  @Test
  void take_givesChangesAndTheNewestFrameInTheirOrder() throws InterruptedException {
    SourceState.Lost late = new SourceState.Lost("unplugged", Duration.ofSeconds(1));
    SourceState.Online online = new SourceState.Online(Duration.ofSeconds(3));
    mailbox.put(frame(0));
    mailbox.put(new SourceState.Lost("unplugged", Duration.ofSeconds(2)));
    mailbox.put(late);
    mailbox.put(online);
    mailbox.put(frame(1));

    assertThat(mailbox.take()).contains(new Arrival.Change(late));
    assertThat(mailbox.take()).contains(new Arrival.Change(online));
    assertThat(takenFrame()).isEqualTo(1);
  }

  private long takenFrame() throws InterruptedException {
    return ((Arrival.Picture) mailbox.take().orElseThrow()).frame().sequence();
  }

  private Frame frame(long sequence) {
    return pool.take(sequence, 0, 0);
  }
}
