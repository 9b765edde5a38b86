package ferlive.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrayPictureTest {
  @Test
  void toSquare_takesTheMeanOfTheAreaWhenSmaller() {
    byte[] pixels = {0, 100, 10, 20, 50, 50, 30, 40};

    assertThat(new GrayPicture(4, 2, pixels).toSquare(2)).containsExactly(50, 15, 50, 35);
    assertThat(new GrayPicture(4, 2, pixels).toSquare(1)).containsExactly(38);
  }

  @Test
  void toSquare_weighsPixelsByTheAreaTheyShare() {
    byte[] row = {0, 90, 30};

    // Each new pixel covers one and a half old ones.
    assertThat(Arrays.copyOf(new GrayPicture(3, 1, row).toSquare(2), 2)).containsExactly(30, 50);
  }

  @Test
  void toSquare_interpolatesBetweenCentresWhenLarger() {
    byte[] row = {0, 100};

    assertThat(Arrays.copyOf(new GrayPicture(2, 1, row).toSquare(4), 4))
        .containsExactly(0, 25, 75, 100);
  }

  @ParameterizedTest
  @CsvSource({"1,1,48", "7,300,48", "48,48,64", "49,47,48", "1000,999,48", "3,3,96"})
  void toSquare_keepsAPlainPicturePlain(int width, int height, int side) {
    byte[] pixels = new byte[width * height];
    Arrays.fill(pixels, (byte) 255);

    assertThat(new GrayPicture(width, height, pixels).toSquare(side))
        .hasSize(side * side)
        .containsOnly(255);
  }

  @Test
  void atMost_keepsTheShape() {
    GrayPicture picture = new GrayPicture(8, 4, new byte[32]);

    GrayPicture smaller = picture.atMost(4);

    assertThat(smaller.width()).isEqualTo(4);
    assertThat(smaller.height()).isEqualTo(2);
    assertThat(picture.atMost(8)).isSameAs(picture);
  }
}
