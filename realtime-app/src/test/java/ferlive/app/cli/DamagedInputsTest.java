package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.pipeline.AnalyzerInfo;
import ferlive.app.testing.Clips;
import ferlive.app.testing.FixedAnalyzer;
import ferlive.app.testing.Mutation;
import ferlive.app.testing.Pictures;
import ferlive.app.testing.Soak;
import ferlive.app.testing.TinyModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged clips, pictures, models, truths and settings through the whole program: it says what is
 * wrong in plain lines, in time, and leaves no file behind. 10,000 with those of the trainer.
 */
class DamagedInputsTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void analyze_survivesDamagedClips() throws IOException {
    for (String kind : List.of("mp4", "avi", "matroska")) {
      Path whole = Clips.write(folder.resolve("whole." + kind), kind, 64, 48, 25, 6);
      survive(whole, Soak.rounds(8, 800), file -> decoded("analyze", file));
    }
  }

  @Test
  void analyze_survivesDamagedPictures() throws IOException {
    Path whole = Pictures.write(folder.resolve("whole.png"), 40, 30);
    survive(whole, Soak.rounds(25, 2500), file -> decoded("analyze", file));
  }

  @Test
  void analyze_survivesDamagedModels() throws IOException {
    String picture = Pictures.write(folder.resolve("face.png"), 48, 48).toString();
    Path whole = new TinyModel().write(folder.resolve("whole.onnx"));
    survive(
        whole,
        Soak.rounds(15, 1500),
        file -> run("analyze", "--no-detect", "--model", file, picture));
  }

  @Test
  void analyze_survivesDamagedTruths() throws IOException {
    String picture = Pictures.write(folder.resolve("face.png"), 8, 8).toString();
    Path whole =
        Files.writeString(
            folder.resolve("truth.csv"), "file,from,to,faces,label\nface.png,0,0,1,happy\n");
    survive(whole, Soak.rounds(15, 600), file -> decoded("analyze", picture, "--truth", file));
  }

  @Test
  void analyze_survivesDamagedSettings() throws IOException {
    String picture = Pictures.write(folder.resolve("face.png"), 8, 8).toString();
    Path whole =
        Files.writeString(
            folder.resolve("ferlive.conf"),
            """
            model = ferlive
            threads = 1

            [analyze]
            # every frame
            detect-every = 1
            quiet = true
            detector = "auto"
            """);
    survive(whole, Soak.rounds(25, 1000), file -> decoded("analyze", "--config", file, picture));
  }

  /** What is done with a damaged file. */
  private interface Use {
    int of(String file);
  }

  private void survive(Path whole, Iterable<Integer> seeds, Use use) throws IOException {
    byte[] bytes = Files.readAllBytes(whole);
    Path file = folder.resolve("damaged-" + whole.getFileName());
    for (int seed : seeds) {
      Files.write(file, Mutation.of(bytes, seed));
      List<Path> before = files();
      long start = System.nanoTime();

      int code = use.of(file.toString());

      List<String> lines = err.toString(StandardCharsets.UTF_8).lines().toList();
      assertThat(code).as("seed %d: %s", seed, lines).isIn(0, 3, 4);
      assertThat(System.nanoTime() - start).as("seed " + seed).isLessThan(LIMIT.toNanos());
      assertThat(lines)
          .as("seed " + seed)
          .allMatch(line -> line.startsWith("ferlive: "))
          .noneMatch(line -> line.contains("fault of the program"));
      assertThat(files()).as("seed " + seed).isEqualTo(before);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }

  private int run(String... arguments) {
    return AppMain.run(console(), new StopSignal(), arguments);
  }

  /** With an analyzer that needs no model: what is damaged here is read before it. */
  private int decoded(String... arguments) {
    Console console = console();
    AnalyzerInfo info = new AnalyzerInfo("none", "none", "none", "none", "cpu", 1, List.of());
    AnalyzeCommand command =
        new AnalyzeCommand(
            console,
            new StopSignal(),
            config -> new OpenAnalyzer(new FixedAnalyzer(), info, FixedAnalyzer.LABELS));
    return AppMain.run(console, List.of(command), arguments);
  }

  private Console console() {
    out.reset();
    err.reset();
    return new Console(out, new PrintStream(err, true, StandardCharsets.UTF_8), false);
  }
}
