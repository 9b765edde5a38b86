package ferlive.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.trainer.data.Sha256;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.testing.CapturedOutput;
import ferlive.trainer.testing.FreshModels;
import ferlive.trainer.testing.ToyFaces;
import ferlive.trainer.train.Recipe;
import ferlive.trainer.train.RecipeInput;
import ferlive.trainer.train.RecipeInput.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  @TempDir private Path folder;

  @Test
  void train_endsWithACheckpointThatEvaluates() throws IOException {
    Path csv = ToyFaces.csv(folder.resolve("fer2013.csv"), 14, 7);
    String[] train = {
      "train",
      "--net",
      "msff-cnn",
      "--data",
      csv.toString(),
      "--epochs",
      "1",
      "--input-size",
      "32",
      "--runs",
      folder.toString(),
      "--name",
      "tiny"
    };
    Path run = folder.resolve("tiny");

    CapturedOutput first = CapturedOutput.of(() -> TrainerMain.run(train));

    assertThat(first.err()).isEmpty();
    assertThat(first.exitCode()).isZero();
    assertThat(first.out())
        .contains("backend   ", "network   msff-cnn", "epoch   1/1", "best      epoch 1,")
        .contains("export --checkpoint " + run.resolve("best.ckpt") + " --out tiny.onnx");
    assertThat(run.resolve("curves.png")).isNotEmptyFile();
    assertThat(run.resolve("history.csv")).content().hasLineCount(2);
    JsonNode report = new ObjectMapper().readTree(run.resolve("report.json").toFile());
    assertThat(report.path("network").asText()).isEqualTo("msff-cnn");
    assertThat(report.at("/best/epoch").asInt()).isEqualTo(1);
    assertThat(report.at("/data/faces").asInt()).isEqualTo(14);
    assertThat(report.path("history")).hasSize(1);

    CapturedOutput again = CapturedOutput.of(() -> TrainerMain.run(train));
    assertThat(again.exitCode()).isEqualTo(3);
    assertThat(again.err()).contains("--resume");

    train[6] = "3";
    CapturedOutput otherwise =
        CapturedOutput.of(
            () -> {
              String[] resumed = Arrays.copyOf(train, train.length + 1);
              resumed[train.length] = "--resume";
              return TrainerMain.run(resumed);
            });
    assertThat(otherwise.exitCode()).isEqualTo(3);
    assertThat(otherwise.err()).contains("--epochs 1, not 3");

    CapturedOutput evaluation =
        CapturedOutput.of(
            () ->
                TrainerMain.run(
                    "evaluate",
                    "--model",
                    run.resolve("best.ckpt").toString(),
                    "--data",
                    csv.toString()));
    assertThat(evaluation.err()).isEmpty();
    assertThat(evaluation.exitCode()).isZero();
    assertThat(evaluation.out())
        .contains(String.format("accuracy           %.4f", report.at("/best/accuracy").asDouble()));
  }

  @Test
  void train_startsFromAModelOnOwnClasses() throws IOException {
    Path faces = folder.resolve("my-faces");
    for (int i = 0; i < 12; i++) {
      ToyFaces.add(faces, "happy", i + ".png", i);
      ToyFaces.add(faces, "Yawning", i + ".png", 100 + i);
    }
    Path shipped = folder.resolve("shipped.onnx");
    Files.write(shipped, FreshModels.of(Architecture.FERLIVE, 1).toByteArray());
    List<String> train =
        List.of(
            "train",
            "--net",
            "ferlive",
            "--data",
            faces.toString(),
            "--init",
            shipped.toString(),
            "--input-size",
            "32",
            "--runs",
            folder.toString());

    CapturedOutput trained = CapturedOutput.of(() -> TrainerMain.run(with(train, "--epochs", "1")));

    assertThat(trained.err()).isEmpty();
    assertThat(trained.exitCode()).isZero();
    assertThat(trained.out())
        .contains("2 classes: happy, yawning")
        .contains("20 training faces, 4 (held-out) to choose")
        .contains("learningRate=0.01", "INITIAL, name=shipped.onnx", "held-out accuracy");

    CapturedOutput other =
        CapturedOutput.of(
            () -> TrainerMain.run(with(train, "--net", "msff-cnn", "--name", "other")));
    assertThat(other.exitCode()).isEqualTo(3);
    assertThat(other.err()).contains("shipped.onnx is of the network ferlive, not msff-cnn");
  }

  @Test
  void train_findsTheWeightsThatARecipeStartsFrom() throws IOException {
    Path csv = ToyFaces.csv(folder.resolve("fer2013.csv"), 14, 7);
    Path weights = folder.resolve("first.onnx");
    Files.write(weights, FreshModels.of(Architecture.FERLIVE, 1).toByteArray());
    Recipe recipe =
        Recipe.fineTuning(1, 1)
            .withInput(new RecipeInput(Role.INITIAL, "first.onnx", Sha256.ofFile(weights)));
    Path file = folder.resolve("recipe.json");
    new ObjectMapper().writeValue(file.toFile(), recipe);
    List<String> train =
        List.of(
            "train",
            "--net",
            "ferlive",
            "--data",
            csv.toString(),
            "--recipe",
            file.toString(),
            "--input-size",
            "32",
            "--runs",
            folder.toString());

    CapturedOutput trained = CapturedOutput.of(() -> TrainerMain.run(with(train)));
    assertThat(trained.err()).isEmpty();
    assertThat(trained.exitCode()).isZero();

    Files.delete(weights);
    CapturedOutput missing = CapturedOutput.of(() -> TrainerMain.run(with(train, "--name", "x")));
    assertThat(missing.exitCode()).isEqualTo(3);
    assertThat(missing.err()).contains("needs first.onnx", "--init");
  }

  /** Options that replace those of the same name, or are added. */
  private static String[] with(List<String> arguments, String... options) {
    List<String> all = new ArrayList<>(arguments);
    for (int i = 0; i < options.length; i += 2) {
      int at = all.indexOf(options[i]);
      if (at < 0) {
        all.add(options[i]);
        all.add(options[i + 1]);
      } else {
        all.set(at + 1, options[i + 1]);
      }
    }
    return all.toArray(String[]::new);
  }
}
