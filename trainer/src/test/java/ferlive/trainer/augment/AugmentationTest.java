package ferlive.trainer.augment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AugmentationTest {
  @ParameterizedTest
  @CsvSource({
    "1.1,  0,   0,   0,  0,   0,   0,   flip",
    "0,   -0.1, 0,   0,  0,   0,   0,   shift",
    "0,    0,   0.6, 0,  0,   0,   0,   scale",
    "0,    0,   0,   46, 0,   0,   0,   rotation",
    "0,    0,   0,   0,  1.1, 0,   0,   contrast",
    "0,    0,   0,   0,  0,   0.6, 0,   brightness",
    "0,    0,   0,   0,  0,   0,   NaN, erasing"
  })
  void construct_failsNamingTheValueWithValueOutOfRange(
      double flip,
      double shift,
      double scale,
      double rotation,
      double contrast,
      double brightness,
      double erasing,
      String name) {
    assertThatThrownBy(
            () ->
                new Augmentation(
                    flip,
                    shift,
                    scale,
                    rotation,
                    contrast,
                    brightness,
                    erasing,
                    Degradation.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("augmentation " + name + " is ");
  }

  @ParameterizedTest
  @CsvSource({
    "1.1, 0,  0, 0,   rescale",
    "0,   -1, 0, 0,   blur",
    "0,   0,  2, 0,   noise",
    "0,   0,  0, NaN, gamma"
  })
  void degradation_failsNamingTheValueWithValueOutOfRange(
      double rescale, double blur, double noise, double gamma, String name) {
    assertThatThrownBy(() -> new Degradation(rescale, blur, noise, gamma))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("augmentation " + name + " is ");
  }
}
