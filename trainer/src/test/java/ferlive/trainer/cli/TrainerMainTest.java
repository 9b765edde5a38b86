package ferlive.trainer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ferlive.trainer.testing.CapturedOutput;
import ferlive.trainer.testing.ToyFaces;
import ferlive.trainer.testing.ToyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerMainTest {
  @TempDir private Path folder;

  private Path model;
  private Path faces;

  @BeforeEach
  void makeFiles() throws IOException {
    model = ToyModel.valid().write(folder.resolve("toy.onnx"));
    faces = folder.resolve("faces");
    ToyFaces.add(faces, "happy", "bright.png", 255);
    ToyFaces.add(faces, "happy", "gray.png", 100);
    Files.writeString(folder.resolve("labels.json"), recipeOfLabelsAlone());
  }

  private static String recipeOfLabelsAlone() throws IOException {
    try (var in =
        TrainerMainTest.class.getResourceAsStream("/ferlive/trainer/recipes/aer-cnn-full.json")) {
      return new String(in.readAllBytes(), UTF_8)
          .replaceFirst("\"teacher\": [0-9.]+", "\"teacher\": 0")
          .replaceFirst("\"votes\": [0-9.]+", "\"votes\": 0")
          .replaceFirst("(?s)\"inputs\": \\[.*]", "\"inputs\": []");
    }
  }

  /** MODEL, FACES and DIR stand for files of the test. */
  @ParameterizedTest
  @CsvSource({
    "2, evaluate --data FACES, --model",
    "2, evaluate --model MODEL --data FACES --unknown, --unknown",
    "2, evaluate --model MODEL --data FACES --split dev, dev",
    "2, evaluate --model MODEL --data FACES --threads 0, --threads",
    "2, train --net resnet --data FACES, resnet",
    "2, train --net aer-cnn, --data",
    "2, train --net aer-cnn --data FACES --benchmark, --benchmark",
    "2, train --net aer-cnn --data FACES --epochs 0, epochs",
    "2, train --net drf-msam --data FACES --recipe DIR/labels.json --teacher MODEL, no use for --teacher",
    "2, train --net aer-cnn --data FACES --input-size 50, 50",
    "2, train --net aer-cnn --data FACES --learning-rate 0, learning rate",
    "2, evaluate --model MODEL --data FACES --png -, -",
    "2, evaluate --model MODEL --data FACES --reliability -, -",
    "2, export --checkpoint MODEL --out -, -",
    "2, export --checkpoint MODEL --out DIR/m.onnx, --calibrate",
    "2, export --checkpoint MODEL --out DIR/m.onnx --manifest manifest.json, manifest.json",
    "2, ensemble MODEL --out DIR/e.onnx, MODEL",
    "2, ensemble MODEL MODEL --out -, -",
    "2, compare --data FACES, MODEL",
    "2, compare MODEL --data FACES --html -, -",
    "2, compare MODEL --data FACES --split dev, dev",
    "3, train --net aer-cnn --data DIR/none.zip --runs MODEL, none.zip",
    "3, train --net aer-cnn --data FACES --runs DIR/runs, faces",
    "3, train --net aer-cnn --data DIR/none.zip --runs DIR/runs, none.zip",
    "3, train --net aer-cnn --data FACES --runs MODEL, faces",
    "4, evaluate --model DIR/none.onnx --data FACES, none.onnx",
    "4, export --checkpoint DIR/none.onnx --out DIR/m.onnx --calibrate FACES, none.onnx",
    "4, evaluate --model FACES/happy/gray.png --data FACES, gray.png",
    "3, evaluate --model DIR/none.ckpt --data FACES, none.ckpt",
    "3, evaluate --model MODEL --data DIR/none.zip, none.zip",
    "3, evaluate --model MODEL --data MODEL, toy.onnx",
    "3, compare FACES --data FACES, best.ckpt",
    "4, compare MODEL DIR/none.onnx --data FACES, none.onnx",
    "4, ensemble MODEL DIR/none.onnx --out DIR/e.onnx, none.onnx",
    "4, ensemble MODEL MODEL --out DIR/e.onnx, fer.params",
    "7, compare MODEL --data FACES --html DIR, cannot write",
    "7, evaluate --model MODEL --data FACES --json MODEL/f.json, f.json",
    "7, evaluate --model MODEL --data FACES --png DIR, cannot write"
  })
  void run_endsWithOneLineAndTheRightCode(int exitCode, String command, String named) {
    CapturedOutput run = run(command);

    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("ferlive: ")
        .contains(named);
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.err()).doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"train", "evaluate", "compare", "export", "ensemble", "verify", "completion"})
  void help_hasExamplesOfEveryCommand(String command) {
    CapturedOutput run = run(command + " --help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).containsPattern("Examples?:\n( +\\S.*\n)*.*ferlive " + command);
  }

  @Test
  void help_listsTheCommandsThatHaveExamples() {
    assertThat(run("--help").out().lines().filter(line -> line.matches("  [a-z].*")))
        .extracting(line -> line.strip().split(" ", 2)[0])
        .containsExactly("train", "evaluate", "compare", "export", "ensemble", "verify");
  }

  @Test
  void completion_knowsTheOptionsOfEveryCommand() {
    CapturedOutput run = run("completion");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("_complete_ferlive_trainer", "--robustness", "--checkpoint");
  }

  @Test
  void run_showsTheStackTraceWithVerbose() {
    CapturedOutput run = run("evaluate --verbose --model DIR/none.onnx --data FACES");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains("\tat ferlive.trainer");
  }

  @Test
  void evaluate_endsWithInputOnDataSetWithoutTheSplit() throws IOException {
    Path csv = ToyFaces.csv(folder.resolve("fer2013.csv"), 7, 7);
    ToyModel sevenLabels =
        ToyModel.valid()
            .withOutputs(7)
            .withMetadata(
                "fer.labels",
                "[\"angry\",\"disgust\",\"fear\",\"happy\",\"neutral\",\"sad\",\"surprise\"]");
    sevenLabels.write(model);

    CapturedOutput run = run("evaluate --model MODEL --split private --data " + csv);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("private");
  }

  @Test
  void evaluate_printsATableAndWritesFiles() {
    CapturedOutput run =
        run(
            "evaluate --model MODEL --data FACES --json DIR/out/f.json --png DIR/out/f.png"
                + " --reliability DIR/out/r.png --robustness");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("accuracy           1.0000").contains("faces, all, 2 faces");
    assertThat(folder.resolve("out/f.json")).content().contains("\"n\" : 2");
    assertThat(folder.resolve("out/f.png")).isNotEmptyFile();
    assertThat(folder.resolve("out/r.png")).isNotEmptyFile();
    assertThat(run.out()).containsPattern("reduced to 24 pixels and back +1.0000 +0.00");
  }

  @Test
  void evaluate_printsJsonAloneWithDash() {
    CapturedOutput run = run("evaluate --model MODEL --data FACES --json -");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("{").endsWith("}\n").contains("\"sad\"");
    assertThat(run.err()).isEmpty();
    assertThat(Files.exists(Path.of("-"))).isFalse();
  }

  private CapturedOutput run(String command) {
    String[] arguments =
        command
            .replace("MODEL", model.toString())
            .replace("FACES", faces.toString())
            .replace("DIR", folder.toString())
            .split(" ", -1);
    return CapturedOutput.of(() -> TrainerMain.run(arguments));
  }
}
