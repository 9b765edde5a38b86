package ferlive.app.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ferlive.app.asset.AssetFile;
import ferlive.app.asset.HomeFolder;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.testing.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLoaderTest {
  @TempDir Path top;
  private HomeFolder home;
  private Path shipped;

  @BeforeEach
  void shipOneModel() throws IOException {
    home = new HomeFolder(top);
    Files.createDirectories(home.models());
    shipped = new TinyModel().write(home.models().resolve("tiny.onnx"));
    String hash = AssetFile.read(shipped, "model", 1 << 20).sha256();
    manifest("{\"schema\":1,\"models\":[{\"file\":\"tiny.onnx\",\"sha256\":\"" + hash + "\"}]}");
  }

  private void manifest(String json) throws IOException {
    Files.writeString(home.models().resolve("manifest.json"), json);
  }

  @Test
  void load_findsAShippedModelByName() {
    ModelFile model = ModelLoader.load(home, "tiny", true);

    assertThat(model.name()).isEqualTo("tiny");
    assertThat(model.notice()).isEmpty();
  }

  @Test
  void load_refusesAShippedModelThatWasChanged() {
    new TinyModel().metadata("fer.arch", "other").write(shipped);

    assertRefused("tiny", "was changed");
  }

  @Test
  void load_refusesAnUnlistedModelAmongTheShippedOnes() {
    Path file = new TinyModel().write(home.models().resolve("own.onnx"));

    assertRefused(file.toString(), "not listed in the manifest");
  }

  @Test
  void load_refusesAShippedModelWithoutAManifest() throws IOException {
    Files.delete(home.models().resolve("manifest.json"));

    assertRefused("tiny", "not listed in the manifest");
  }

  @Test
  void load_warnsOfAnUnlistedFileOrRefusesItWhenStrict() {
    Path file = new TinyModel().side(64).write(top.resolve("own.onnx"));

    ModelFile model = ModelLoader.load(home, file.toString(), false);

    assertThat(model.notice().orElseThrow()).contains("own.onnx");
    assertRefused(file.toString(), "is not listed");
  }

  @Test
  void load_takesACopyOfAShippedModelWithoutNotice() throws IOException {
    Path copy = Files.copy(shipped, top.resolve("copy.onnx"));

    assertThat(ModelLoader.load(home, copy.toString(), true).notice()).isEmpty();
  }

  @Test
  void load_saysWhichModelsThereAreForAnUnknownName() {
    assertRefused("nosuch", "there is no model named nosuch");
    assertRefused("nosuch", "there are: tiny");
  }

  @Test
  void load_refusesAFileOfAnotherKind() throws IOException {
    Path file = Files.writeString(top.resolve("model.txt"), "hello");

    assertRefused(file.toString(), "does not end in .onnx");
    assertRefused("", "does not end in .onnx");
    assertRefused("/", "does not end in .onnx");
    assertRefused("a\0b", "cannot name a model file");
  }

  @Test
  void load_refusesAMissingFile() {
    assertRefused(top.resolve("missing.onnx").toString(), "does not exist");
  }

  @Test
  void load_refusesADamagedManifest() throws IOException {
    manifest("{\"schema\":");
    assertRefused("tiny", "cannot be read as JSON");

    manifest("{\"schema\":2,\"models\":[]}");
    assertRefused("tiny", "not a model manifest of schema 1");

    manifest("{\"schema\":1,\"models\":[{\"file\":\"tiny.onnx\"}]}");
    assertRefused("tiny", "without file or sha256");

    manifest("[".repeat(100_000));
    assertRefused("tiny", "cannot be read as JSON");

    manifest(" ".repeat(2 << 20));
    assertRefused("tiny", "manifest.json is larger than 1 MiB");
  }

  private void assertRefused(String model, String part) {
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> ModelLoader.load(home, model, true))
        .withMessageContaining(part)
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.MODEL));
  }
}
