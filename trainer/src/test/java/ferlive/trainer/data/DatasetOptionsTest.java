package ferlive.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetOptionsTest {
  private static final DatasetOptions DEFAULTS = DatasetOptions.defaults();

  @Test
  void defaults_areThoseOfTheShippedModels() {
    assertThat(DEFAULTS.side()).isEqualTo(48);
    assertThat(DEFAULTS.labels()).isEqualTo(Expression.LABELS);
    assertThat(DEFAULTS.cacheDirectory()).isEqualTo(CacheDirectory.ofUser());
  }

  @Test
  void with_changesOneValue() {
    DatasetOptions options =
        DEFAULTS.withSide(64).withLabels(List.of("a", "b")).withCacheDirectory(Path.of("x"));

    assertThat(options).isEqualTo(new DatasetOptions(64, List.of("a", "b"), Path.of("x")));
  }

  @Test
  void constructor_refusesWhatCannotBe() {
    assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withSide(7));
    assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withSide(257));
    assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withLabels(List.of("a")));
    assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withLabels(List.of("a", "a")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withLabels(Collections.nCopies(128, "a")));
  }
}
