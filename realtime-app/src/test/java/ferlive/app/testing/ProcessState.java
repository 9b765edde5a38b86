package ferlive.app.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;

/**
 * What this process holds, as Linux counts it.
 *
 * @param megabytes resident memory, after a garbage collection
 * @param nativeObjects of JavaCPP that own memory
 */
public record ProcessState(int threads, int descriptors, double megabytes, long nativeObjects) {
  private static final Path STATUS = Path.of("/proc/self/status");

  public static ProcessState now() {
    System.gc();
    return new ProcessState(
        (int) status("Threads:"), descriptorCount(), residentMegabytes(), Pointer.totalCount());
  }

  /** Resident memory as it is. */
  public static double residentMegabytes() {
    return status("VmRSS:") / 1024.0;
  }

  private static int descriptorCount() {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return (int) files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Skips the running test on a system that does not tell. */
  private static long status(String key) {
    assumeTrue(Files.exists(STATUS), "skipped: this system has no " + STATUS);
    try {
      return Files.readAllLines(STATUS, StandardCharsets.UTF_8).stream()
          .filter(line -> line.startsWith(key))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
