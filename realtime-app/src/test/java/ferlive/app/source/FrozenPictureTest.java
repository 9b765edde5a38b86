package ferlive.app.source;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.frame.Frame;
import ferlive.app.testing.Frames;
import ferlive.app.testing.NoNativeLeaks;
import java.time.Duration;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

@NoNativeLeaks
class FrozenPictureTest {
  private static final long FRAME_NANOS = 33_000_000;
  private final FrozenPicture frozen = new FrozenPicture(Duration.ofSeconds(5));

  @Test
  void isFrozen_withinSixSecondsOfTheSamePicture() {
    try (Frames frames = new Frames();
        Frame frame = frames.gradient(64, 48, 10, 3)) {
      double seconds = 0;
      for (long now = 0; !frozen.isFrozen(frame, now); now += FRAME_NANOS) {
        seconds = now / 1e9;
      }

      assertThat(seconds).isBetween(4.9, 6.0);
    }
  }

  @Test
  void isFrozen_neverInTenMinutesOfAStillSceneWithNoise() {
    SplittableRandom noise = new SplittableRandom(3);
    try (Frames frames = new Frames();
        Frame frame = frames.gradient(64, 48, 10, 3)) {
      for (long now = 0; now < 600_000_000_000L; now += FRAME_NANOS) {
        // One level in one pixel of one of the rows that are looked at.
        int step = noise.nextInt(2);
        frame.image().ptr(1, noise.nextInt(64)).put((byte) (100 + step));
        frame.image().ptr(4, 0).put((byte) noise.nextInt(256));

        assertThat(frozen.isFrozen(frame, now)).isFalse();
      }
    }
  }

  @Test
  void isFrozen_notForACoveredLens() {
    try (Frames frames = new Frames();
        Frame black = frames.plain(64, 48, 0)) {
      for (long now = 0; now < 20_000_000_000L; now += FRAME_NANOS) {
        assertThat(frozen.isFrozen(black, now)).isFalse();
      }
    }
  }

  @Test
  void isFrozen_notForTimeInWhichNobodyLooked() {
    try (Frames frames = new Frames();
        Frame frame = frames.gradient(64, 48, 10, 3)) {
      assertThat(frozen.isFrozen(frame, 0)).isFalse();
      assertThat(frozen.isFrozen(frame, 20_000_000_000L)).isFalse();
    }
  }

  @Test
  void isFrozen_neverWhereTheRuleIsOff() {
    FrozenPicture off = new FrozenPicture(Duration.ZERO);
    try (Frames frames = new Frames();
        Frame frame = frames.gradient(64, 48, 10, 3)) {
      for (long now = 0; now < 20_000_000_000L; now += FRAME_NANOS) {
        assertThat(off.isFrozen(frame, now)).isFalse();
      }
    }
  }

  @Test
  void isFrozen_takesPicturesOfAnySizeAndAllocatesNothingNative() {
    try (Frames frames = new Frames();
        Frame tiny = frames.plain(1, 1, 9);
        Frame large = frames.gradient(300, 200, 0, 1)) {
      frozen.isFrozen(large, 0);
      long before = Pointer.totalCount();
      for (int i = 1; i < 300; i++) {
        frozen.isFrozen(i % 2 == 0 ? tiny : large, i * FRAME_NANOS);
      }

      assertThat(Pointer.totalCount()).isEqualTo(before);
    }
  }
}
