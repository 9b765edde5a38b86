package ferlive.trainer.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {
  @ParameterizedTest
  @EnumSource
  void of_findsEveryNetworkByItsName(Architecture architecture) {
    assertThat(Architecture.of(architecture.id())).isEqualTo(architecture);
    assertThat(architecture.growsFrom(architecture)).isTrue();
  }

  @Test
  void of_failsWithTheKnownNamesForAnother() {
    assertThatThrownBy(() -> Architecture.of("resnet"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("resnet", "aer-cnn", "ferlive");
  }

  @Test
  void growsFrom_holdsForTheSamePlanInOtherWidths() {
    assertThat(Architecture.AER_CNN.growsFrom(Architecture.FERLIVE)).isTrue();
    assertThat(Architecture.AER_CNN.growsFrom(Architecture.MSFF_CNN)).isFalse();
    assertThat(Architecture.PLAIN.growsFrom(Architecture.PLAIN_MSAM)).isFalse();
  }
}
