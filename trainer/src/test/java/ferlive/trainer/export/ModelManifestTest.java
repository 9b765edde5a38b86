package ferlive.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.trainer.data.Sha256;
import ferlive.trainer.error.TrainerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelManifestTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Map<String, String> METADATA =
      Map.of(
          "fer.arch", "aer-cnn",
          "fer.params", "421439",
          "fer.multiply-adds", "32124960",
          "fer.labels", "[\"happy\",\"sad\"]",
          "fer.metric.public.accuracy", "0.6500",
          "fer.train.command", "train --net aer-cnn",
          "fer.license", "Apache-2.0");

  @TempDir private Path folder;
  private Path manifest;

  @BeforeEach
  void place() {
    manifest = folder.resolve("manifest.json");
  }

  @Test
  void put_listsModelsByNameWithTheirHashes() throws IOException {
    put("b.onnx", "second");
    put("a.onnx", "first");

    JsonNode root = read();
    assertThat(root.path("schema").asInt()).isEqualTo(1);
    assertThat(root.path("models").findValuesAsText("file")).containsExactly("a.onnx", "b.onnx");
    JsonNode first = root.path("models").get(0);
    assertThat(first.path("bytes").asInt()).isEqualTo(5);
    assertThat(first.path("sha256").asText())
        .isEqualTo("a7937b64b8caa58f03721bb6bacf5c78cb235febe0e70b1b84cd99541461a08e");
    assertThat(first.path("labels").get(1).asText()).isEqualTo("sad");
    assertThat(first.path("metrics").path("accuracy").asDouble()).isEqualTo(0.65);
    assertThat(first.path("metrics").path("split").asText()).isEqualTo("public");
    assertThat(first.path("metrics").path("date").asText()).isEqualTo("2026-11-23");
  }

  @Test
  void put_namesTheFacesThatTheFiguresAreOf() throws IOException {
    Map<String, String> own = new HashMap<>(METADATA);
    own.remove("fer.metric.public.accuracy");
    own.put("fer.metric.held-out.accuracy", "0.9");

    ModelManifest.put(manifest, "own.onnx", new byte[] {1}, own, DAY);

    JsonNode metrics = read().at("/models/0/metrics");
    assertThat(metrics.path("split").asText()).isEqualTo("held-out");
    assertThat(metrics.path("accuracy").asDouble()).isEqualTo(0.9);
  }

  @Test
  void put_replacesTheEntryOfTheSameFile() throws IOException {
    put("a.onnx", "first");
    put("a.onnx", "again");

    assertThat(read().path("models")).hasSize(1);
    assertThat(read().path("models").get(0).path("sha256").asText())
        .isEqualTo(Sha256.of("again".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void put_failsWithAListOfAnotherSchema() throws IOException {
    Files.writeString(manifest, "{\"schema\":2,\"models\":[]}");

    assertThatThrownBy(() -> put("a.onnx", "first"))
        .isInstanceOf(TrainerException.class)
        .hasMessageContaining("manifest.json");
    assertThat(manifest).hasContent("{\"schema\":2,\"models\":[]}");
  }

  private void put(String file, String content) {
    ModelManifest.put(manifest, file, content.getBytes(StandardCharsets.UTF_8), METADATA, DAY);
  }

  private JsonNode read() throws IOException {
    return new ObjectMapper().readTree(manifest.toFile());
  }
}
