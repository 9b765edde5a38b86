package ferlive.trainer.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts programs of the test's own class path in processes that may be killed. */
public final class ChildJvm {
  private ChildJvm() {}

  /** The command line of a program. */
  public static List<String> command(Class<?> program, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Starts a program whose messages go with its output. */
  public static Process start(Class<?> program, String... arguments) throws IOException {
    return new ProcessBuilder(command(program, arguments)).redirectErrorStream(true).start();
  }
}
