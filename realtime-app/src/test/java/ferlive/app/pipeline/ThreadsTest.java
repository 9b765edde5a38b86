package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadsTest {
  @ParameterizedTest
  @CsvSource({
    // wanted, cores, per call, stages, pictures
    "0, 1, 1, 1, 1",
    "0, 2, 1, 4, 2",
    "0, 8, 4, 4, 8",
    "0, 64, 4, 4, 8",
    "1, 8, 1, 1, 1",
    "2, 8, 1, 2, 2",
    "4, 2, 2, 4, 4",
    "16, 2, 4, 4, 8"
  })
  void of_fitsTheMachineUnlessTheUserDecides(
      int wanted, int cores, int perCall, int stages, int pictures) {
    assertThat(Threads.of(wanted, cores)).isEqualTo(new Threads(perCall, stages, pictures));
  }
}
