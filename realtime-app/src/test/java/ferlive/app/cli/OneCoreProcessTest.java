package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ferlive.app.error.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OneCoreProcessTest {
  private final OneCoreProcess process = new OneCoreProcess(new StopSignal());

  @BeforeEach
  void needsTaskset() {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/taskset")), "skipped: there is no /usr/bin/taskset");
  }

  @Test
  void run_givesWhatTheProgramWrote() {
    OneCoreProcess.Result result = process.run(List.of("--version"));

    assertThat(result.exitCode()).isZero();
    assertThat(result.output()).startsWith("ferlive ");
  }

  @Test
  void run_endsAsTheProgramDoes() {
    OneCoreProcess.Result result = process.run(List.of("bench", "--quiet", "--frames", "0"));

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(result.output()).isEmpty();
  }
}
