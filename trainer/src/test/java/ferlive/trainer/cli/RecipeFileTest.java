package ferlive.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.trainer.data.Sha256;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.train.Recipe;
import ferlive.trainer.train.RecipeInput;
import ferlive.trainer.train.RecipeInput.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecipeFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"AER_CNN", "MSFF_CNN", "DRF_MSAM", "FERLIVE"})
  void read_givesTheFullRecipeOfEveryNetwork(Architecture architecture) {
    Recipe recipe = RecipeFile.read("full", architecture);

    assertThat(recipe.inputs())
        .extracting(RecipeInput::role)
        .containsOnly(Role.VOTES, Role.TEACHER, Role.INITIAL);
    assertThat(recipe.inputs())
        .filteredOn(input -> input.name().endsWith(".onnx"))
        .allSatisfy(input -> assertThat(shipped(input.name())).contains(input.sha256()));
  }

  /** The hashes of the files of that name in this repository. */
  private static List<String> shipped(String name) {
    return Stream.of("../models", "../models/earlier")
        .map(at -> Path.of(at, name))
        .filter(Files::exists)
        .map(
            file -> {
              try {
                return Sha256.ofFile(file);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toList();
  }

  @Test
  void read_failsWithInputOnUnknownName() {
    assertInput(() -> RecipeFile.read("none", Architecture.AER_CNN), "none");
  }

  @Test
  void read_failsWithInputOnMissingFile() {
    assertInput(
        () -> RecipeFile.read(folder.resolve("no.json").toString(), Architecture.AER_CNN),
        "no.json");
  }

  @Test
  void read_failsNamingTheValueOutOfRange() throws IOException {
    Path file = folder.resolve("bad.json");
    String good;
    try (var in = getClass().getResourceAsStream("/ferlive/trainer/recipes/aer-cnn-full.json")) {
      good = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
    Files.writeString(file, good.replaceFirst("\"dropout\": [0-9.]+", "\"dropout\": 7"));

    assertInput(() -> RecipeFile.read(file.toString(), Architecture.AER_CNN), "dropout is 7");
  }

  @Test
  void read_failsWithInputOnAnUnknownKey() throws IOException {
    Path file = Files.writeString(folder.resolve("odd.json"), "{\"epoch\": 3}");

    assertInput(() -> RecipeFile.read(file.toString(), Architecture.AER_CNN), "epoch");
  }

  @Test
  void read_failsWithInputOnAMissingPart() throws IOException {
    Path file = Files.writeString(folder.resolve("part.json"), "{\"epochs\": 3}");

    assertInput(() -> RecipeFile.read(file.toString(), Architecture.AER_CNN), "part.json");
  }

  private static void assertInput(Runnable reading, String named) {
    assertThatThrownBy(reading::run)
        .isInstanceOfSatisfying(
            TrainerException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
        .hasMessageContaining(named);
  }
}
