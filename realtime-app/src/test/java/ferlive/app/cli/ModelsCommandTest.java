package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.app.asset.HomeFolder;
import ferlive.app.error.ExitCode;
import ferlive.app.testing.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
  private final CommandRun output = new CommandRun();
  @TempDir private Path folder;

  @Test
  void shipped_areAllAsTheyShouldBe() {
    assertThat(models(HomeFolder.find())).isZero();

    assertThat(output.out())
        .contains(
            "ferlive (default)", "aer-cnn", "msff-cnn", "drf-msam", " ok", "accuracy 0.", "angry, ")
        .doesNotContain("changed", "missing");
    assertThat(output.err()).isEmpty();
  }

  @Test
  void json_holdsTheSame() throws IOException {
    assertThat(models(HomeFolder.find(), "--json")).isZero();

    JsonNode model = new ObjectMapper().readTree(output.out()).path("models").path(0);
    assertThat(model.path("name").asText()).isEqualTo("aer-cnn");
    assertThat(model.path("state").asText()).isEqualTo("ok");
    assertThat(model.path("sha256").asText()).hasSize(64);
    assertThat(model.path("params").asLong()).isPositive();
    assertThat(model.path("labels")).hasSize(7);
    assertThat(model.path("metrics").path(0).path("accuracy").asDouble()).isBetween(0.4, 1.0);
  }

  @Test
  void shipped_areNamedWhenTheyAreMissing() throws IOException {
    Files.createDirectories(folder.resolve("models"));
    Files.writeString(
        folder.resolve("models/manifest.json"),
        "{\"schema\":1,\"models\":[{\"file\":\"gone.onnx\",\"sha256\":\"00\"}]}");

    assertThat(models(new HomeFolder(folder))).isEqualTo(ExitCode.MODEL.code());

    assertThat(output.out()).contains("gone", "missing");
    assertThat(output.err()).contains("gone.onnx is missing").hasLineCount(1);
  }

  @Test
  void file_ofTheUserIsDescribed() {
    Path own = new TinyModel().write(folder.resolve("own.onnx"));

    assertThat(models(HomeFolder.find(), own.toString())).isZero();

    assertThat(output.out()).contains("own", "tiny", "unlisted", own.toString());
  }

  @Test
  void file_isRefusedInOneSentenceWhenItIsNotThere() {
    assertThat(models(HomeFolder.find(), "none.onnx")).isEqualTo(ExitCode.MODEL.code());

    assertThat(output.err()).contains("none.onnx does not exist").hasLineCount(1);
  }

  private int models(HomeFolder home, String... arguments) {
    return output.run(console -> new ModelsCommand(console, () -> home), "models", arguments);
  }
}
