package ferlive.app.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassingFacesTest {
  private static final int SEEDS = 100;

  @ParameterizedTest
  @CsvSource({"30, 0.7", "30, 1.5", "30, 4", "12, 0.7", "12, 1.5", "12, 4"})
  void update_keepsTheNumbersOfFacesThatPassEachOther(double fps, double speed) {
    long kept =
        LongStream.range(0, SEEDS)
            .filter(seed -> new PassingFaces(seed, fps, speed).keepTheirNumbers())
            .count();

    assertThat(kept).isGreaterThanOrEqualTo(SEEDS - 1);
  }
}
