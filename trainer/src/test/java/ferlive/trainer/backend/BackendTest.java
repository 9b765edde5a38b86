package ferlive.trainer.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BackendTest {
  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void isFast_holdsForTheLibraryOfThisBuild() {
    Backend.useThreads(1);

    assertThat(Backend.isFast()).isTrue();
    assertThat(Backend.describe()).contains("1 thread(s)").doesNotContain("generic");
  }

  @Test
  void useThreads_isSaidInTheDescription() {
    Backend.useThreads(2);

    assertThat(Backend.describe()).contains("2 thread(s)");
    Backend.useThreads(1);
  }

  @Test
  void machine_isOneLineWithItsCores() {
    assertThat(Machine.describe())
        .contains(Runtime.getRuntime().availableProcessors() + " core(s)")
        .doesNotContain("\n");
  }
}
