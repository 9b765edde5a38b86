package ferlive.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.trainer.data.Expression;
import ferlive.trainer.data.Sha256;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.net.Head;
import ferlive.trainer.testing.CapturedOutput;
import ferlive.trainer.testing.FreshModels;
import ferlive.trainer.testing.ToyFaces;
import ferlive.trainer.train.FaceOrNot;
import ferlive.trainer.train.Recipe;
import ferlive.trainer.train.RecipeInput;
import ferlive.trainer.train.RecipeInput.Role;
import ferlive.trainer.train.Targets;
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
    Files.write(shipped, FreshModels.of(Architecture.FERLIVE, 1, Head.FACE).toByteArray());
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
        .contains("learningRate=0.01", "INITIAL, name=shipped.onnx", "held-out accuracy")
        .as("still tells faces from other things")
        .contains("FaceOrNot[weight=0.4");

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

  @Test
  void train_learnsFromTeacherVotesAndWhatIsNoFaceAndAsksTheTeacherOnce() throws IOException {
    Path faces = folder.resolve("fer2013");
    for (int i = 0; i < 4; i++) {
      for (String label : Expression.LABELS) {
        ToyFaces.add(faces.resolve("train"), label, "Training_" + i + ".png", 40 * i);
        ToyFaces.add(faces.resolve("test"), label, "PublicTest_" + i + ".png", 40 * i + 9);
      }
    }
    Path votes =
        Files.writeString(
            folder.resolve("votes.csv"),
            """
            split,path,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF
            train,train/happy/Training_0.png,0,8,0,0,0,0,0,0,1,1
            """);
    Path teacher = folder.resolve("teacher.onnx");
    Files.write(teacher, FreshModels.of(Architecture.PLAIN, 1).toByteArray());
    Recipe recipe =
        Recipe.standard(1, 1)
            .withTargets(
                new Targets(0.1, 0, 0.5, 1, 0.4),
                new FaceOrNot(0.3, 0.125),
                List.of(
                    new RecipeInput(Role.VOTES, "votes.csv", Sha256.ofFile(votes)),
                    new RecipeInput(Role.TEACHER, "teacher.onnx", Sha256.ofFile(teacher))));
    Path file = folder.resolve("recipe.json");
    new ObjectMapper().writeValue(file.toFile(), recipe);
    List<String> train =
        List.of(
            "train",
            "--net",
            "ferlive",
            "--data",
            faces.toString(),
            "--recipe",
            file.toString(),
            "--input-size",
            "32",
            "--runs",
            folder.toString());

    CapturedOutput first = CapturedOutput.of(() -> TrainerMain.run(with(train)));
    assertThat(first.err()).isEmpty();
    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).contains("teacher   1 of 1, teacher.onnx", "epoch   1/1");

    CapturedOutput again = CapturedOutput.of(() -> TrainerMain.run(resumed(train)));
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("resumed").doesNotContain("teacher   1");

    Path other = folder.resolve("other.onnx");
    Files.write(other, FreshModels.of(Architecture.PLAIN, 2).toByteArray());
    CapturedOutput unused =
        CapturedOutput.of(
            () -> TrainerMain.run(with(train, "--teacher", other.toString(), "--name", "x")));
    assertThat(unused.exitCode()).isEqualTo(2);
    assertThat(unused.err()).contains("no use for --teacher other.onnx");

    new ObjectMapper().writeValue(file.toFile(), recipe.withSeed(2));
    CapturedOutput otherwise = CapturedOutput.of(() -> TrainerMain.run(resumed(train)));
    assertThat(otherwise.exitCode()).isEqualTo(3);
    assertThat(otherwise.err()).contains("another recipe than " + file);
  }

  @Test
  void train_failsWithInputWithOtherFilesThanATrainingWasBegunWith() throws IOException {
    Path csv = ToyFaces.csv(folder.resolve("fer2013.csv"), 14, 7);
    Path weights = folder.resolve("first.onnx");
    Files.write(weights, FreshModels.of(Architecture.FERLIVE, 1).toByteArray());
    List<String> train =
        List.of(
            "train",
            "--net",
            "ferlive",
            "--data",
            csv.toString(),
            "--epochs",
            "1",
            "--input-size",
            "32",
            "--runs",
            folder.toString());
    assertThat(CapturedOutput.of(() -> TrainerMain.run(with(train))).exitCode()).isZero();

    for (String option : List.of("--init", "--teacher")) {
      CapturedOutput other =
          CapturedOutput.of(
              () -> TrainerMain.run(resumed(List.of(with(train, option, weights.toString())))));
      assertThat(other.exitCode()).isEqualTo(3);
      assertThat(other.err()).contains("was begun without " + option + " first.onnx");
    }
  }

  private static String[] resumed(List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.add("--resume");
    return all.toArray(String[]::new);
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
