package ferlive.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.asset.HomeFolder;
import ferlive.app.doctor.Finding.State;
import ferlive.app.error.ExitCode;
import ferlive.app.testing.NoNativeLeaks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetChecksTest {
  @TempDir private Path folder;

  @Test
  @NoNativeLeaks
  void shippedFiles_areAllWell() {
    AssetChecks shipped = new AssetChecks(HomeFolder::find);

    assertThat(shipped.models().text()).contains("aer-cnn", "sha256");
    assertThat(shipped.defaultModel().text())
        .isEqualTo("ferlive names faces of 48 pixels on the cpu");
    assertThat(shipped.detector().state()).isEqualTo(State.OK);
    assertThat(shipped.cascades().state()).isEqualTo(State.OK);
  }

  @Test
  void detector_isTheCascadeWhereThereAreNoNetworks() throws IOException {
    HomeFolder home = new HomeFolder(folder);
    Files.createSymbolicLink(home.cascades(), HomeFolder.find().cascades().toRealPath());

    assertThat(new AssetChecks(() -> home).detector().text()).startsWith("haar");
  }

  @Test
  void models_areNamedWhenTheyAreMissing() throws IOException {
    Files.createDirectories(folder.resolve("models"));
    Files.writeString(
        folder.resolve("models/manifest.json"),
        "{\"schema\":1,\"models\":[{\"file\":\"gone.onnx\",\"sha256\":\"00\"}]}");

    Finding finding = new AssetChecks(() -> new HomeFolder(folder)).models();

    assertThat(finding.text()).contains("gone.onnx is missing");
    assertThat(finding.exitCode()).isEqualTo(ExitCode.MODEL);
  }

  @Test
  void models_areMissingWithoutAManifest() {
    Finding finding = new AssetChecks(() -> new HomeFolder(folder)).models();

    assertThat(finding.text()).isEqualTo("none is listed");
  }
}
