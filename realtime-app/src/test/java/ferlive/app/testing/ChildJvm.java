package ferlive.app.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Java process on the class path of the tests, for what would hurt this one. */
public final class ChildJvm implements AutoCloseable {
  /** Flags as of the launcher, for a process whose memory is measured. */
  public static final List<String> LAUNCHER_FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xms48m",
          "-Xmn16m",
          // Beside the launcher's: Java starts and ends threads of its compiler as it likes.
          "-XX:-UseDynamicNumberOfCompilerThreads");

  private final Process process;

  /**
   * Starts a main class.
   *
   * @param environment added to that of this process; what is empty there is removed
   * @param work the working directory
   * @param output takes standard output; a file {@code stderr} beside it takes the other
   * @param arguments flags of the JVM, the class, its arguments
   */
  public ChildJvm(Map<String, String> environment, Path work, Path output, List<String> arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath());
    builder.command().addAll(arguments);
    builder.environment().putAll(environment);
    builder.environment().values().removeIf(String::isEmpty);
    builder.directory(work.toFile());
    builder.redirectOutput(output.toFile());
    builder.redirectError(output.resolveSibling("stderr").toFile());
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With whole names: the child may work in another folder. */
  private static String classPath() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(path.split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  public long pid() {
    return process.pid();
  }

  /** Sends a signal by its name, such as STOP. */
  public void signal(String name) {
    run("kill", "-" + name, Long.toString(process.pid()));
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for the end; false when it does not come in time. */
  public boolean endsWithin(Duration patience) throws InterruptedException {
    return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
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
