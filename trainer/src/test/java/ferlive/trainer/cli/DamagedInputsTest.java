package ferlive.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.trainer.testing.CapturedOutput;
import ferlive.trainer.testing.Mutation;
import ferlive.trainer.testing.Soak;
import ferlive.trainer.testing.ToyFaces;
import ferlive.trainer.testing.ToyModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged archives, rows, models and recipes: plain lines, in time, and no file left behind. */
class DamagedInputsTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @TempDir private Path folder;

  @Test
  void evaluate_survivesDamagedArchives() throws IOException {
    String model = ToyModel.valid().write(folder.resolve("toy.onnx")).toString();
    Path whole = folder.resolve("whole.zip");
    ToyFaces.add(folder.resolve("faces"), "happy", "a.png", 200);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(whole))) {
      zip.putNextEntry(new ZipEntry("happy/a.png"));
      zip.write(Files.readAllBytes(folder.resolve("faces/happy/a.png")));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("sad/b.png"));
      zip.write(Files.readAllBytes(folder.resolve("faces/happy/a.png")));
    }
    survive(whole, Soak.rounds(15, 1200), file -> evaluate(model, file));
  }

  @Test
  void evaluate_survivesDamagedRows() throws IOException {
    String model = ToyModel.valid().write(folder.resolve("toy.onnx")).toString();
    Path whole = ToyFaces.csv(folder.resolve("fer2013.csv"), 2, 2);
    survive(whole, Soak.rounds(8, 600), file -> evaluate(model, file));
  }

  @Test
  void evaluate_survivesDamagedModels() throws IOException {
    ToyFaces.add(folder.resolve("faces"), "happy", "a.png", 200);
    Path whole = ToyModel.valid().write(folder.resolve("toy.onnx"));
    String faces = folder.resolve("faces").toString();
    survive(whole, Soak.rounds(8, 600), file -> evaluate(file, faces));
  }

  @Test
  void train_survivesDamagedRecipes() throws IOException {
    Path whole = folder.resolve("whole.json");
    try (InputStream in =
        DamagedInputsTest.class.getResourceAsStream("/ferlive/trainer/recipes/aer-cnn-full.json")) {
      Files.write(whole, in.readAllBytes());
    }
    // Where a recipe is still whole, the data that is not there ends the run.
    survive(
        whole,
        Soak.rounds(8, 600),
        file ->
            new String[] {
              "train",
              "--net",
              "aer-cnn",
              "--data",
              folder + "/none.zip",
              "--recipe",
              file,
              "--runs",
              folder + "/runs"
            });
  }

  private static String[] evaluate(String model, String data) {
    return new String[] {"evaluate", "--model", model, "--data", data};
  }

  /** The command line that uses a damaged file. */
  private interface Use {
    String[] of(String file);
  }

  private void survive(Path whole, Iterable<Integer> seeds, Use use) throws IOException {
    byte[] bytes = Files.readAllBytes(whole);
    Path file = folder.resolve("damaged-" + whole.getFileName());
    for (int seed : seeds) {
      Files.write(file, Mutation.of(bytes, seed));
      List<Path> before = files();
      long start = System.nanoTime();

      CapturedOutput run = CapturedOutput.of(() -> TrainerMain.run(use.of(file.toString())));

      assertThat(run.exitCode()).as("seed %d: %s", seed, run.err()).isIn(0, 2, 3, 4);
      assertThat(System.nanoTime() - start).as("seed " + seed).isLessThan(LIMIT.toNanos());
      assertThat(run.err().lines())
          .as("seed " + seed)
          .allMatch(line -> line.startsWith("ferlive: "))
          .noneMatch(line -> line.contains("internal error"));
      assertThat(files()).as("seed " + seed).isEqualTo(before);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }
}
