package ferlive.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.asset.HomeFolder;
import ferlive.app.doctor.Finding.State;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CudaCheckTest {
  private static final Set<String> ALL =
      Set.of(
          "libcuda.so.1",
          "libcudart.so.12",
          "libcublas.so.12",
          "libcublasLt.so.12",
          "libcurand.so.10");

  private Runnable trial = () -> {};
  @TempDir private Path folder;

  @Test
  void run_namesEachLibraryThatIsFoundOrMissing() throws IOException {
    Finding finding =
        check(true, Set.of("libcuda.so.1", "libcudart.so.12", "libcublasLt.so.12"), true).run();

    assertThat(finding.state()).isEqualTo(State.NOTE);
    assertThat(finding.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(finding.text())
        .contains(
            "NVIDIA driver 550.163.01",
            "found libcuda.so.1, libcudart.so.12, libcublasLt.so.12",
            "missing libcublas.so.12, libcurand.so.10");
    assertThat(finding.remedy().orElseThrow()).contains("CUDA 12", "README");
  }

  @Test
  void run_tellsOfTheDriverFirstWhereThereIsNone() throws IOException {
    Finding finding = check(false, Set.of(), false).run();

    assertThat(finding.text()).contains("no CUDA", "no NVIDIA driver");
    assertThat(finding.remedy().orElseThrow()).contains("-Dcuda", "nvidia-driver");
  }

  @Test
  void run_isWellWhereAllIsThereButWhatIsNotNeeded() throws IOException {
    Finding finding = check(true, ALL, true).run();

    assertThat(finding.state()).isEqualTo(State.OK);
    assertThat(finding.text()).contains("missing libcudnn.so.9, libcufft.so.11 (not needed)");
  }

  @Test
  void run_saysWhyTheGpuRefusesWhereAllIsThere() throws IOException {
    trial =
        () -> {
          throw new AppException(ExitCode.DEVICE, "CUDA cannot be used: no device");
        };

    Finding finding = check(true, ALL, true).run();

    assertThat(finding.state()).isEqualTo(State.NOTE);
    assertThat(finding.text()).endsWith("CUDA cannot be used: no device");
  }

  @Test
  void libraries_ofThisMachineAreLookedForByTheSystem() {
    assertThat(CudaCheck.ofMachine(HomeFolder::find).run().exitCode()).isEqualTo(ExitCode.OK);
  }

  private CudaCheck check(boolean built, Set<String> libraries, boolean driver) throws IOException {
    Path version = folder.resolve("version");
    if (driver) {
      Files.writeString(
          version,
          "NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.163.01  Tue Apr  8 12:41:17 UTC\n");
    }
    return new CudaCheck(built, version, libraries::contains, trial);
  }
}
