package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import ferlive.app.track.ExpectedFace;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FaceWatchTest {
  private static final Box BOX = new Box(100, 100, 50, 50);
  private static final double FRAME = 1 / 30.0;

  private final FaceWatch watch = new FaceWatch();

  @Test
  void isDue_everyThirdFrameForAFaceThatRests() {
    assertThat(looks(face(0, true), 9)).containsExactly(0, 3, 6);
  }

  @Test
  void isDue_everyFrameForAFaceThatMoves() {
    assertThat(looks(face(2, true), 4)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void isDue_everyFrameForAFaceThatIsNotConfirmed() {
    assertThat(looks(face(0, false), 4)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void isDue_inTheNextFrameAfterAMiss() {
    ExpectedFace face = face(0, true);
    assertThat(watch.isDue(face, 0)).isTrue();
    watch.looked(face, 0, false);

    assertThat(watch.isDue(face, FRAME)).isTrue();
    assertThat(watch.isAnyJustLost()).isTrue();
    watch.looked(face, FRAME, true);
    assertThat(watch.isAnyLost()).isFalse();
  }

  @Test
  void isDoubtful_whenNoScanSawTheFaceForLong() {
    ExpectedFace face = face(0, true);
    assertThat(watch.isDue(face, 0)).isTrue();

    assertThat(watch.isDoubtful(face, 1)).isFalse();
    assertThat(watch.isDoubtful(face, 2.5)).isTrue();
    watch.scanned(List.of(face), List.of(new Detection(BOX, OptionalDouble.empty())), 2.5);
    assertThat(watch.isDoubtful(face, 3)).isFalse();
  }

  @Test
  void retain_forgetsWhoIsGone() {
    ExpectedFace face = face(0, true);
    assertThat(watch.isDue(face, 0)).isTrue();
    watch.looked(face, 0, false);

    watch.retain(List.of());

    assertThat(watch.isAnyLost()).isFalse();
  }

  private static ExpectedFace face(double speed, boolean confirmed) {
    return new ExpectedFace(1, BOX, speed, confirmed);
  }

  private List<Integer> looks(ExpectedFace face, int frames) {
    List<Integer> looks = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      if (watch.isDue(face, i * FRAME)) {
        looks.add(i);
        watch.looked(face, i * FRAME, true);
      }
    }
    return looks;
  }
}
