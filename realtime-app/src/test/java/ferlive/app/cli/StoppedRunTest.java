package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ferlive.app.testing.ChildJvm;
import ferlive.app.testing.Clips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that is told to end. */
@Timeout(60)
class StoppedRunTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"TERM, 143", "HUP, 129"})
  void analyze_endsWholeWithThreadsAtWork(String signal, int code) throws Exception {
    assumeTrue(!signal.equals("HUP") || !ignoresHangUp(), "skipped: under nohup");
    Path clip = Clips.write(folder.resolve("a.mp4"), "mp4", 1280, 720, 25, 300);
    Path other = Files.copy(clip, folder.resolve("b.mp4"));
    Path jsonl = folder.resolve("faces.jsonl");
    String home = Path.of("..").toRealPath().toString();
    List<String> command =
        List.of(
            "-XX:TieredStopAtLevel=1",
            AppMain.class.getName(),
            "analyze",
            clip.toString(),
            other.toString(),
            "--jsonl",
            jsonl.toString());
    try (ChildJvm child =
        new ChildJvm(Map.of("FERLIVE_HOME", home), folder, folder.resolve("out"), command)) {
      while (child.isAlive() && written(jsonl) < 10_000) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      child.signal(signal);

      assertThat(child.exitCode(20)).isEqualTo(code);
    }
    assertThat(Files.readString(jsonl)).endsWith("}\n");
    assertThat(Files.readString(folder.resolve("stderr")))
        .doesNotContain("cannot", "Exception", "before the run had ended");
  }

  /** Which a child takes over from this process, and then has to keep to. */
  private static boolean ignoresHangUp() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .anyMatch(ignored -> (Long.parseUnsignedLong(ignored, 16) & 1) == 1);
  }

  private static long written(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }
}
