package ferlive.app.cli;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs this program again, held to one core by {@code taskset}: a JVM that has already counted its
 * cores cannot be held to fewer. Linux only.
 */
final class OneCoreProcess {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern FIRST_ALLOWED = Pattern.compile("Cpus_allowed_list:\\s*(\\d+)");

  private final StopSignal stop;

  /**
   * @param stop ends the process too, where the signal went to this one alone
   */
  OneCoreProcess(StopSignal stop) {
    this.stop = stop;
  }

  /**
   * How such a process ended.
   *
   * @param output that it wrote; its messages went where ours go
   */
  record Result(int exitCode, String output) {}

  /**
   * Runs a command line of this program and waits for its end.
   *
   * @throws AppException USAGE where there is no {@code taskset}
   */
  Result run(List<String> arguments) {
    try {
      Process process =
          new ProcessBuilder(commandLine(arguments))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .start();
      stop.onRequest(process::destroy);
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), output);
    } catch (IOException e) {
      throw new AppException(
          ExitCode.USAGE, "--cores needs Linux and taskset (Debian: apt install util-linux)", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AppException(ExitCode.INTERNAL, "interrupted", e);
    }
  }

  private static List<String> commandLine(List<String> arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of("taskset", "-c", firstCore()));
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), AppMain.class.getName()));
    line.addAll(arguments);
    return line;
  }

  /** The first core that this process may use. */
  private static String firstCore() throws IOException {
    Matcher allowed = FIRST_ALLOWED.matcher(Files.readString(STATUS));
    return allowed.find() ? allowed.group(1) : "0";
  }
}
