package ferlive.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java process on the class path of the tests, for what would hurt this one. */
public final class ChildJvm implements AutoCloseable {
  private final Process process;

  /**
   * Starts a main class.
   *
   * @param environment added to that of this process
   * @param output takes standard output
   * @param arguments flags of the JVM, the class, its arguments
   */
  public ChildJvm(Map<String, String> environment, Path output, List<String> arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    builder.command().addAll(arguments);
    builder.environment().putAll(environment);
    builder.redirectOutput(output.toFile());
    builder.redirectError(output.resolveSibling("stderr").toFile());
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long pid() {
    return process.pid();
  }

  /** Sends a signal by its name, such as STOP. */
  public void signal(String name) {
    run("kill", "-" + name, Long.toString(process.pid()));
  }

  /** Waits for the end, which must come in time. */
  public int exitCode(long seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new AssertionError("still running after " + seconds + " s");
    }
    return process.exitValue();
  }

  /** What a command writes. */
  public static String run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(10, TimeUnit.SECONDS);
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
