package ferlive.app.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The internet sockets of a process, on Linux. Those between processes of this machine are none.
 */
public final class InternetSockets {
  private static final List<String> TABLES =
      List.of("tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6");
  private static final int INODE_COLUMN = 9;

  private InternetSockets() {}

  /** One line of the kernel's tables for each; none for a process that has ended. */
  public static List<String> of(long pid) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    Set<String> own = inodes(process.resolve("fd"));
    List<String> sockets = new ArrayList<>();
    for (String table : TABLES) {
      Path file = process.resolve("net").resolve(table);
      if (Files.exists(file)) {
        lines(file).stream()
            .skip(1)
            .filter(
                line ->
                    own.contains("socket:[" + line.strip().split("\\s+", -1)[INODE_COLUMN] + "]"))
            .forEach(line -> sockets.add(table + line));
      }
    }
    return sockets;
  }

  private static Set<String> inodes(Path descriptors) {
    try (Stream<Path> files = Files.list(descriptors)) {
      return files.map(InternetSockets::target).collect(Collectors.toSet());
    } catch (IOException e) {
      return Set.of();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      // Closed just now.
      return "";
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }
}
