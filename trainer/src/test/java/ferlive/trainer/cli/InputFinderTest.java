package ferlive.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.train.RecipeInput;
import ferlive.trainer.train.RecipeInput.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFinderTest {
  @TempDir private Path folder;

  @Test
  void find_knowsAnElderModelByWhatItHolds() throws IOException {
    file("models/ferlive.onnx", "today");
    Path elder = file("models/earlier/ferlive-2.onnx", "elder");

    assertThat(finder().find(input("ferlive.onnx", elder), List.of(), "--teacher"))
        .isEqualTo(elder);
  }

  @Test
  void find_prefersWhatWasNamedAndThenWhatLiesBesideTheFaces() throws IOException {
    Path named = file("elsewhere/mine.onnx", "one");
    Path beside = file("data/t.onnx", "one");
    file("models/t.onnx", "one");
    RecipeInput input = input("t.onnx", named);

    assertThat(finder().find(input, List.of(named), "--teacher")).isEqualTo(named);
    assertThat(finder().find(input, List.of(), "--teacher")).isEqualTo(beside);
  }

  @Test
  void find_failsWithInputNamingTheOptionWhereNothingHoldsIt() throws IOException {
    Path other = file("models/t.onnx", "other");
    RecipeInput input = new RecipeInput(Role.TEACHER, "t.onnx", "0".repeat(64));

    assertThatThrownBy(() -> finder().find(input, List.of(other), "--teacher"))
        .isInstanceOfSatisfying(
            TrainerException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
        .hasMessageContainingAll("t.onnx", "000", "--teacher");
  }

  private InputFinder finder() {
    return new InputFinder(
        folder.resolve("data/fer2013.zip"), List.of(folder.resolve("trainer/target/trainer.jar")));
  }

  private static RecipeInput input(String name, Path file) {
    return new RecipeInput(Role.TEACHER, name, InputFinder.sha256(file));
  }

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
