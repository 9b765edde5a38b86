package ferlive.app.record;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.frame.Frame;
import ferlive.app.source.FrameSource;
import ferlive.app.source.Sources;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KilledRecordingTest {
  private static final int SECONDS = 30;

  /** The figure is two minutes of three. */
  private static final double PLAYS = 2.0 / 3;

  @TempDir private Path folder;

  @Test
  void recording_playsAfterItsProcessWasKilled() throws IOException, InterruptedException {
    Path file = folder.resolve("a.mp4");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EndlessRecording.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines = process.inputReader()) {
      int second = 0;
      while (second < SECONDS && lines.readLine() != null) {
        second++;
      }
      assertThat(second).isEqualTo(SECONDS);
    } finally {
      process.destroyForcibly().waitFor();
    }

    assertThat(lastTime(file)).isGreaterThan(SECONDS * PLAYS);
  }

  private static double lastTime(Path file) {
    double last = 0;
    try (FrameSource video = Sources.open(file.toString())) {
      for (Optional<Frame> next = video.next(); next.isPresent(); next = video.next()) {
        try (Frame frame = next.get()) {
          last = frame.time();
        }
      }
    }
    return last;
  }
}
