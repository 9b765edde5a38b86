package ferlive.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.trainer.testing.CapturedOutput;
import ferlive.trainer.testing.ToyFaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
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
}
