package ferlive.app.draw;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.frame.Box;
import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class PlacementTest {
  @Test
  void fit_leavesBarsAtTheSidesOfAWideArea() {
    assertThat(fit(1000, 480, false).area()).isEqualTo(new Rectangle(180, 0, 640, 480));
  }

  @Test
  void fit_leavesBarsAboveAndBelowInATallArea() {
    assertThat(fit(320, 480, false).area()).isEqualTo(new Rectangle(0, 120, 320, 240));
  }

  @Test
  void of_scalesABoxAndCutsItOffAtThePicture() {
    Placement at = fit(1280, 960, false);

    assertThat(at.of(new Box(10, 20, 30, 40))).isEqualTo(new Rectangle(20, 40, 60, 80));
    assertThat(at.of(new Box(-10, 470, 30, 40))).isEqualTo(new Rectangle(0, 940, 40, 20));
    assertThat(at.of(new Box(700, 20, 30, 40)).isEmpty()).isTrue();
  }

  @Test
  void of_mirrorsABoxInAMirroredPicture() {
    assertThat(fit(1280, 960, true).of(new Box(10, 20, 30, 40)))
        .isEqualTo(new Rectangle(1280 - 80, 40, 60, 80));
  }

  private static Placement fit(int width, int height, boolean mirrored) {
    return Placement.fit(640, 480, new Rectangle(0, 0, width, height), mirrored);
  }
}
