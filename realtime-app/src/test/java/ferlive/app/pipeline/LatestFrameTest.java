package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
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
    assertThat(mailbox.take()).get().extracting(Frame::sequence).isEqualTo(1L);
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

  private Frame frame(long sequence) {
    return pool.take(sequence, 0, 0);
  }
}
