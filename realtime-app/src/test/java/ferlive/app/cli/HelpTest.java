package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {
  @ParameterizedTest
  @MethodSource("commands")
  void help_hasExamplesOfEveryCommand(String command) {
    assertThat(help(command)).containsPattern("Examples?:\n( +\\S.*\n)*.*ferlive " + command);
  }

  @Test
  void commands_areAllThatTheLauncherGivesToTheApp() {
    assertThat(commands())
        .containsExactlyInAnyOrder(
            "live", "analyze", "bench", "models", "cameras", "doctor", "completion");
  }

  /** As the program's own help lists them. */
  static List<String> commands() {
    return help()
        .lines()
        .dropWhile(line -> !line.equals("Commands:"))
        .skip(1)
        .takeWhile(line -> !line.isBlank())
        .filter(line -> line.matches("  \\w.*"))
        .map(line -> line.strip().split(" ", 2)[0])
        .toList();
  }

  private static String help(String... command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console = new Console(out, new PrintStream(out, true, StandardCharsets.UTF_8), false);
    String[] line = Arrays.copyOf(command, command.length + 1);
    line[command.length] = "--help";
    assertThat(AppMain.run(console, new StopSignal(), line)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
