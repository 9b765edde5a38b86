package ferlive.app.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnnxEnvironmentTest {
  /** Longer than a folder of some hundred pictures, and ten times what once killed the process. */
  private static final int CHARACTERS = 60_000;

  @Test
  void get_startsUnderALongCommandLine() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                "x".repeat(CHARACTERS)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
  }

  /** What the test starts. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      OnnxEnvironment.get();
    }
  }
}
