package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class SettingsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Walk walk = new Walk();
  @TempDir private Path folder;
  private Path own;

  private enum Pace {
    SLOW,
    FAST
  }

  /** A command with an option of every kind. */
  @Command(name = "walk", mixinStandardHelpOptions = true)
  private static final class Walk implements Callable<Integer> {
    @Option(names = "--pace", defaultValue = "SLOW")
    private Pace pace;

    @Option(names = "--steps", defaultValue = "10")
    private int steps;

    @Option(names = "--way")
    private String way;

    @Option(names = {"-q", "--quiet"})
    private boolean quiet;

    @SuppressWarnings("UnusedVariable")
    @Parameters(arity = "1..*")
    private List<String> goals;

    private boolean called;

    @Override
    public Integer call() {
      called = true;
      if (steps > 99) {
        throw new AppException(ExitCode.USAGE, "--steps is " + steps + ", expected up to 99");
      }
      return 0;
    }
  }

  @Command(name = "rest")
  private static final class Rest implements Callable<Integer> {
    @Option(names = "--hours", defaultValue = "1")
    private int hours;

    @Override
    public Integer call() {
      return hours;
    }
  }

  @BeforeEach
  void none() {
    own = folder.resolve("none.conf");
  }

  @Test
  void ownFile_givesWhatTheCommandLineDoesNot() throws IOException {
    own = file("hours = 8\nsteps = 20\n[walk]\npace = fast\nsteps = 30\nquiet = true\n");

    assertThat(run("walk", "home", "--way", "long")).isZero();

    assertThat(walk.pace).isEqualTo(Pace.FAST);
    assertThat(walk.steps).isEqualTo(30);
    assertThat(walk.quiet).isTrue();
    assertThat(walk.way).isEqualTo("long");
    assertThat(run("rest")).isEqualTo(8);
  }

  @Test
  void commandLine_goesBeforeTheFile() throws IOException {
    own = file("pace = fast\nsteps = not looked at\nquiet = true\n");

    assertThat(run("walk", "home", "--pace=slow", "--steps", "5", "-q")).isZero();

    assertThat(walk.pace).isEqualTo(Pace.SLOW);
    assertThat(walk.steps).isEqualTo(5);
    assertThat(walk.quiet).isTrue();
  }

  @Test
  void flag_isSwitchedOffOnTheCommandLine() throws IOException {
    own = file("quiet = true\n");

    assertThat(run("walk", "home", "--quiet=false")).isZero();
    assertThat(walk.quiet).isFalse();
    assertThat(run("walk", "home", "--quiet=true")).isZero();
    assertThat(walk.quiet).isTrue();
  }

  @Test
  void namedFile_standsInPlaceOfTheOwnOne() throws IOException {
    Path named = file("steps = 20\n");
    own = Files.writeString(folder.resolve("own.conf"), "steps = 30\nway = long\n");

    assertThat(run("walk", "home", "--config", named.toString())).isZero();

    assertThat(walk.steps).isEqualTo(20);
    assertThat(walk.way).isNull();
  }

  @Test
  void namedFile_isRefusedWhenItIsNotThere() {
    assertThat(run("walk", "home", "--config=none.conf")).isEqualTo(ExitCode.INPUT.code());
    assertThat(text(err)).contains("none.conf: no such file").hasLineCount(1);
  }

  @Test
  void unknownSetting_isRefusedWithTheNearestName() throws IOException {
    own = file("\nstps = 20\n");

    assertThat(run("walk", "home")).isEqualTo(ExitCode.INPUT.code());

    assertThat(text(err))
        .contains(own + ":2: unknown setting 'stps' (did you mean steps?)")
        .hasLineCount(1);
    assertThat(walk.called).isFalse();
  }

  @Test
  void unknownSetting_isOneOfAnotherCommandToo() throws IOException {
    own = file("[walk]\nhours = 2\n");

    assertThat(run("walk", "home")).isEqualTo(ExitCode.INPUT.code());
    assertThat(text(err)).contains(own + ":2: unknown setting 'hours'");
  }

  @Test
  void unknownCommand_isRefusedWithTheNearestName() throws IOException {
    own = file("[wakl]\nsteps = 2\n");

    assertThat(run("rest")).isEqualTo(ExitCode.INPUT.code());
    assertThat(text(err)).contains(own + ":2: unknown command 'wakl' (did you mean walk?)");
  }

  @Test
  void badValue_isNamedWithItsPlace() throws IOException {
    own = file("steps = many\n");

    assertThat(run("walk", "home")).isEqualTo(ExitCode.INPUT.code());
    assertThat(text(err)).contains(own + ":1: ", "'many' is not an int").hasLineCount(1);
  }

  @Test
  void badValue_isNamedWithItsPlaceWhenTheCommandFindsIt() throws IOException {
    own = file("steps = 100\n");

    assertThat(run("walk", "home")).isEqualTo(ExitCode.INPUT.code());
    assertThat(text(err)).contains(own + ":1: --steps is 100, expected up to 99");
    assertThat(run("walk", "home", "--steps", "101")).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void help_isThereAlsoWithBrokenSettings() throws IOException {
    own = file("nonsense\n");

    assertThat(run("walk", "--help")).isZero();
    assertThat(text(out)).contains("--config", "--print-config", "--steps");
  }

  @Test
  void printedConfig_readsAsTheSameSettings() throws IOException {
    own = file("pace = fast\n[walk]\nway = \" two  spaces \"\n");

    assertThat(run("walk", "--steps", "7", "--print-config")).isZero();

    String printed = text(out);
    assertThat(printed)
        .isEqualTo("[walk]\npace = fast\nsteps = 7\nway = \" two  spaces \"\nquiet = false\n");
    assertThat(walk.called).isFalse();
    own = file(printed);
    assertThat(run("walk", "--print-config")).isZero();
    assertThat(text(out)).isEqualTo(printed);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("test.conf"), text);
  }

  private int run(String... line) {
    out.reset();
    err.reset();
    Console console = new Console(out, new PrintStream(err, true, StandardCharsets.UTF_8), false);
    return AppMain.run(console, List.of(walk, new Rest()), Optional.of(own), line);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
