package ferlive.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> NAMES = List.of("model", "detector", "detect-every");

  @Test
  void to_findsWhatWasMistyped() {
    assertThat(Nearest.to("modle", NAMES)).contains("model");
    assertThat(Nearest.to("detektor", NAMES)).contains("detector");
  }

  @Test
  void to_findsNothingForOtherWords() {
    assertThat(Nearest.to("colour", NAMES)).isEmpty();
    assertThat(Nearest.hint("colour", NAMES)).isEmpty();
  }
}
