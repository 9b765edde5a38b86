package ferlive.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Runs a command in this process and keeps what it writes. */
final class CommandRun {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /**
   * Runs a command line.
   *
   * @param command makes the command that is tried
   * @return the exit code
   */
  int run(Function<Console, Object> command, String name, String... arguments) {
    out.reset();
    err.reset();
    Console console = new Console(out, new PrintStream(err, true, StandardCharsets.UTF_8), false);
    String[] line = Stream.concat(Stream.of(name), Stream.of(arguments)).toArray(String[]::new);
    return AppMain.run(console, List.of(command.apply(console)), line);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
