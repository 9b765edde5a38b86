package ferlive.app.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class PicturePanelTest {
  @Test
  void fit_leavesBarsAtTheSidesOfAWidePanel() {
    assertThat(PicturePanel.fit(640, 480, 1000, 480)).isEqualTo(new Rectangle(180, 0, 640, 480));
  }

  @Test
  void fit_leavesBarsAboveAndBelowInATallPanel() {
    assertThat(PicturePanel.fit(640, 480, 320, 480)).isEqualTo(new Rectangle(0, 120, 320, 240));
  }
}
