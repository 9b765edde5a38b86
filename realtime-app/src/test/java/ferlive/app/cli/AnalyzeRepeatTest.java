package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.testing.Clips;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default model, and as many threads as there are cores. */
class AnalyzeRepeatTest {
  private static final int FRAMES = 40;

  @TempDir private Path folder;

  @Test
  void analyze_dropsNothingAndWritesTheSameBytesOnThreeRuns() throws Exception {
    Path clip = Clips.write(folder.resolve("a.mp4"), "mp4", 160, 120, 25, FRAMES);
    String first = analyze(clip);

    assertThat(first.lines().filter(line -> line.contains("\"frame\":"))).hasSize(FRAMES);
    assertThat(first).contains("\"label\":");
    assertThat(analyze(clip)).isEqualTo(first);
    assertThat(analyze(clip)).isEqualTo(first);
  }

  private static String analyze(Path clip) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console =
        new Console(
            out, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false);
    String[] command = {"analyze", clip.toString(), "--no-detect", "--jsonl", "-", "--quiet"};

    assertThat(AppMain.run(console, new StopSignal(), command)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
