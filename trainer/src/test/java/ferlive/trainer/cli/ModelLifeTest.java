package ferlive.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.trainer.testing.CapturedOutput;
import ferlive.trainer.testing.ToyFaces;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One small network from training to ensemble, each command on what the one before it made. */
class ModelLifeTest {
  private static final int TEST_FACES = 256;

  @TempDir private static Path folder;

  @BeforeAll
  static void trainAndExport() throws IOException {
    ToyFaces.csv(folder.resolve("fer2013.csv"), 14, TEST_FACES);
    for (String net : new String[] {"msff-cnn", "aer-cnn"}) {
      run(
          "train --net "
              + net
              + " --data DATA --epochs 1 --input-size 32 --runs DIR --name "
              + net);
    }
    run("export --checkpoint DIR/msff-cnn/best.ckpt --out DIR/m/msff.onnx --calibrate DATA");
    run("export --checkpoint DIR/aer-cnn/best.ckpt --out DIR/m/aer.onnx");
  }

  @Test
  void verify_holdsForACalibratedModel() throws IOException {
    String temperature =
        json("evaluate --model DIR/m/msff.onnx --data DATA --json -")
            .at("/recalibration/temperatureInside")
            .asText();

    assertThat(temperature).isNotEqualTo("1.0");
    assertThat(
            run("verify --model DIR/m/msff.onnx --checkpoint DIR/msff-cnn/best.ckpt --data DATA"))
        .contains("on 256 faces", "different winners 0");
  }

  @Test
  void export_calibratesAnExportedModelAnew() {
    run("export --checkpoint DIR/m/msff.onnx --out DIR/m/again.onnx --calibrate DATA");
    run("export --checkpoint DIR/m/aer.onnx --out DIR/m/late.onnx --calibrate DATA");
    run("export --checkpoint DIR/aer-cnn/best.ckpt --out DIR/m/early.onnx --calibrate DATA");

    assertThat(folder.resolve("m/again.onnx"))
        .hasSameBinaryContentAs(folder.resolve("m/msff.onnx"));
    assertThat(folder.resolve("m/late.onnx"))
        .hasSameBinaryContentAs(folder.resolve("m/early.onnx"));
  }

  @Test
  void export_failsWithInputWithAFolderToCalibrateOn() {
    Path faces = folder.resolve("plain");
    ToyFaces.add(faces, "happy", "1.png", 5);
    ToyFaces.add(faces, "sad", "1.png", 9);

    CapturedOutput output =
        CapturedOutput.of(
            () ->
                TrainerMain.run(
                    "export",
                    "--checkpoint",
                    folder.resolve("aer-cnn/best.ckpt").toString(),
                    "--out",
                    folder.resolve("m/wrong.onnx").toString(),
                    "--calibrate",
                    faces.toString()));

    assertThat(output.exitCode()).isEqualTo(3);
    assertThat(output.err()).contains("no PublicTest to calibrate on");
    assertThat(folder.resolve("m/wrong.onnx")).doesNotExist();
  }

  @Test
  void evaluate_foretellsWhatCalibrationBrings() throws IOException {
    run("export --checkpoint DIR/msff-cnn/best.ckpt --out DIR/m/plain.onnx");
    JsonNode plain = json("evaluate --model DIR/m/plain.onnx --data DATA --json -");
    JsonNode calibrated = json("evaluate --model DIR/m/msff.onnx --data DATA --json -");

    assertThat(calibrated.at("/recalibration/temperatureInside").asDouble())
        .isCloseTo(plain.at("/recalibration/temperatureFitted").asDouble(), within(1e-4));
    assertThat(calibrated.at("/recalibration/smoothingInside"))
        .isEqualTo(plain.at("/recalibration/smoothingFitted"));
    assertThat(calibrated.path("nll").asDouble())
        .isCloseTo(plain.at("/recalibration/nll").asDouble(), within(1e-4));
    assertThat(calibrated.path("accuracy")).isEqualTo(plain.path("accuracy"));
    assertThat(plain.at("/withoutTrainCopies/n").asInt()).isEqualTo(TEST_FACES);
  }

  @Test
  void compare_showsOneNetworkInItsThreeFormsAlike() throws IOException {
    JsonNode json =
        json(
            "compare DIR/aer-cnn DIR/aer-cnn/best.ckpt DIR/m/aer.onnx DIR/m/msff.onnx --data DATA"
                + " --html DIR/page.html --json -");

    assertThat(json.at("/models").findValuesAsText("name"))
        .containsExactly("aer-cnn", "aer-cnn/best.ckpt", "aer", "msff");
    assertThat(json.at("/mcnemar")).hasSize(6);
    assertThat(json.at("/mcnemar/0/onlyFirst").asInt()).isZero();
    assertThat(json.at("/mcnemar/0/p").asDouble()).isEqualTo(1);
    assertThat(json.at("/models/2/cost/bytes").asLong())
        .isEqualTo(folder.resolve("m/aer.onnx").toFile().length());
    assertThat(json.at("/models/2/cost/params")).isEqualTo(json.at("/models/0/cost/params"));
    assertThat(json.at("/models/0/cost/millisPerFace").asDouble()).isPositive();
    assertThat(folder.resolve("page.html"))
        .content()
        .startsWith("<!DOCTYPE html>")
        .contains("Accuracy on faces not trained on, while training", "data:image/png;base64,")
        .doesNotContain("http")
        .doesNotContain("<script");
  }

  @Test
  void ensemble_isCalibratedAndEnteredInTheManifest() throws IOException {
    String said =
        run(
            "ensemble DIR/m/msff.onnx DIR/m/aer.onnx --mirror --calibrate DATA"
                + " --output DIR/m/both.onnx --manifest DIR/m/manifest.json");

    assertThat(said).contains("PublicTest, 256 faces: accuracy", "both.onnx");
    JsonNode entry =
        new ObjectMapper().readTree(folder.resolve("m/manifest.json").toFile()).at("/models/0");
    assertThat(entry.path("arch").asText()).isEqualTo("ensemble");
    assertThat(entry.path("command").asText()).isEqualTo("ensemble msff.onnx aer.onnx --mirror");
    assertThat(entry.at("/metrics/ece").isNumber()).isTrue();
    JsonNode json = json("evaluate --model DIR/m/both.onnx --data DATA --json -");
    assertThat(json.path("ece").asDouble())
        .isCloseTo(entry.at("/metrics/ece").asDouble(), within(1e-3));
  }

  private static JsonNode json(String command) throws IOException {
    return new ObjectMapper().readTree(run(command));
  }

  private static String run(String command) {
    String[] arguments =
        command
            .replace("DATA", folder.resolve("fer2013.csv").toString())
            .replace("DIR", folder.toString())
            .split(" ", -1);
    CapturedOutput output = CapturedOutput.of(() -> TrainerMain.run(arguments));
    assertThat(output.err()).isEmpty();
    assertThat(output.exitCode()).isZero();
    return output.out();
  }
}
