package ferlive.app.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ferlive.app.frame.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramingTest {
  private final Framing framing = new Framing(1.2, 0.1);

  @ParameterizedTest
  @CsvSource({"0, 150, 140", "90, 160, 150", "-90, 140, 150", "180, 150, 160"})
  void square_liesTowardsTheForehead(double roll, double centerX, double centerY) {
    Box square = framing.square(new Box(100, 100, 100, 100), roll);

    assertThat(square.width()).isEqualTo(120, within(1e-9));
    assertThat(square.height()).isEqualTo(120, within(1e-9));
    assertThat(square.centerX()).isEqualTo(centerX, within(1e-9));
    assertThat(square.centerY()).isEqualTo(centerY, within(1e-9));
  }

  @Test
  void square_goesByTheHeightOfAnOblongBox() {
    Box square = framing.square(new Box(100, 100, 60, 100), 0);

    assertThat(square.width()).isEqualTo(120, within(1e-9));
    assertThat(square.centerX()).isEqualTo(130, within(1e-9));
  }

  @Test
  void box_isWhatTheSquareWasMadeFrom() {
    Box box = new Box(40, 70, 90, 90);

    assertThat(framing.box(framing.square(box, 0)).iou(box)).isEqualTo(1, within(1e-9));
  }
}
