package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.testing.ChildJvm;
import ferlive.app.testing.Clips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to end. */
@Timeout(60)
class StoppedRunTest {
  @TempDir private Path folder;

  @Test
  void analyze_endsWholeWithThreadsAtWork() throws Exception {
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
      child.signal("TERM");

      assertThat(child.exitCode(20)).isEqualTo(143);
    }
    assertThat(Files.readString(jsonl)).endsWith("}\n");
    assertThat(Files.readString(folder.resolve("stderr")))
        .doesNotContain("cannot", "Exception", "before the run had ended");
  }

  private static long written(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }
}
