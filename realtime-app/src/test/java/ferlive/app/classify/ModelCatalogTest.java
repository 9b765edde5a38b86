package ferlive.app.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ferlive.app.asset.AssetFile;
import ferlive.app.asset.HomeFolder;
import ferlive.app.error.AppException;
import ferlive.app.testing.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCatalogTest {
  @TempDir private Path top;
  private HomeFolder home;
  private Path shipped;

  @BeforeEach
  void shipOneModel() throws IOException {
    home = new HomeFolder(top);
    Files.createDirectories(home.models());
    shipped = new TinyModel().write(home.models().resolve("tiny.onnx"));
    String hash = AssetFile.read(shipped, "model", 1 << 20).sha256();
    Files.writeString(
        home.models().resolve("manifest.json"),
        """
        {"schema":1,"models":[{"file":"tiny.onnx","bytes":99,"sha256":"%s","arch":"tiny",
        "params":14,"multiplyAdds":7,"labels":["angry","happy"],
        "metrics":{"split":"public","date":"2026-11-24","accuracy":0.5,"macroF1":0.25}}]}"""
            .formatted(hash));
  }

  @Test
  void shipped_tellsWhatTheManifestSays() throws IOException {
    ListedModel model = only();

    assertThat(model.name()).isEqualTo("tiny");
    assertThat(model.bytes()).isEqualTo(Files.size(shipped));
    assertThat(model.state()).isEqualTo(ModelState.OK);
    assertThat(model.facts().params()).isEqualTo(14);
    assertThat(model.facts().multiplyAdds()).isEqualTo(7);
    assertThat(model.facts().labels()).containsExactly("angry", "happy");
    assertThat(model.facts().metrics())
        .singleElement()
        .satisfies(
            metrics -> {
              assertThat(metrics.split()).isEqualTo("public");
              assertThat(metrics.date()).contains("2026-11-24");
              assertThat(metrics.figures()).isEqualTo(Map.of("accuracy", 0.5, "macroF1", 0.25));
            });
  }

  @Test
  void shipped_tellsOfAChangedFile() {
    new TinyModel().metadata("fer.arch", "other").write(shipped);

    assertThat(only().state()).isEqualTo(ModelState.CHANGED);
  }

  @Test
  void shipped_tellsOfAMissingFile() throws IOException {
    Files.delete(shipped);

    assertThat(only().state()).isEqualTo(ModelState.MISSING);
    assertThat(only().bytes()).isEqualTo(99);
  }

  @Test
  void file_isDescribedByItsOwnMetadata() {
    Path own =
        new TinyModel()
            .metadata("fer.params", "21")
            .metadata("fer.multiply-adds", "not a number")
            .metadata("fer.metric.public.macro-f1", "0.5774")
            .write(top.resolve("own.onnx"));

    ListedModel model = ModelCatalog.file(home, own.toString());

    assertThat(model.name()).isEqualTo("own");
    assertThat(model.state()).isEqualTo(ModelState.UNLISTED);
    assertThat(model.facts().params()).isEqualTo(21);
    assertThat(model.facts().multiplyAdds()).isZero();
    assertThat(model.facts().labels()).hasSize(7);
    assertThat(model.facts().metrics())
        .singleElement()
        .extracting(ModelMetrics::figures)
        .isEqualTo(Map.of("macroF1", 0.5774));
  }

  @Test
  void file_isRefusedWhenItBreaksTheContract() {
    Path own = new TinyModel().without("fer.labels").write(top.resolve("own.onnx"));

    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> ModelCatalog.file(home, own.toString()))
        .withMessageContaining("no fer.labels");
  }

  @Test
  void file_isRefusedWhenItTakesTooLongToLoad() {
    Path own = new TinyModel().write(top.resolve("own.onnx"));

    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> ModelCatalog.file(home, own.toString(), Duration.ZERO))
        .withMessageContaining("own.onnx takes longer than");
  }

  private ListedModel only() {
    assertThat(ModelCatalog.shipped(home)).hasSize(1);
    return ModelCatalog.shipped(home).get(0);
  }
}
