package ferlive.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.doctor.Finding.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorCheckTest {
  @TempDir private Path folder;

  @Test
  void run_namesTheInstructionsThatMatter() throws IOException {
    Finding finding = run("fpu sse2 sse4_2 avx avx2 fma avx512f");

    assertThat(finding.state()).isEqualTo(State.OK);
    assertThat(finding.text()).contains("Some CPU @ 3 GHz", "sse4_2 avx fma avx2 avx512f");
  }

  @Test
  void run_notesThatTheVectorInstructionsAreMissing() throws IOException {
    assertThat(run("fpu sse2 sse4_2").state()).isEqualTo(State.NOTE);
  }

  @Test
  void run_tellsOfTheCoresWhereNothingElseIsTold() {
    Finding finding = new ProcessorCheck(folder.resolve("none")).run();

    assertThat(finding.text()).matches("\\d+ cores?");
  }

  private Finding run(String flags) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("cpuinfo"),
            "processor\t: 0\nmodel name\t: Some CPU @ 3 GHz\nflags\t\t: " + flags + "\n");
    return new ProcessorCheck(file).run();
  }
}
