package ferlive.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the processor can do at once: the networks run on its vector instructions. */
final class ProcessorCheck implements Check {
  private static final List<String> FEATURES =
      List.of(
          "sse4_2", "avx", "f16c", "fma", "avx2", "avx512f", "avx512bw", "avx512_vnni", "amx_tile");

  private final Path file;

  ProcessorCheck() {
    this(Path.of("/proc/cpuinfo"));
  }

  /**
   * @param file in which Linux tells of its processors
   */
  ProcessorCheck(Path file) {
    this.file = file;
  }

  @Override
  public Finding run() {
    int cores = Runtime.getRuntime().availableProcessors();
    String text = cores + (cores == 1 ? " core" : " cores");
    Optional<String> told = told();
    if (told.isEmpty()) {
      return Finding.ok("processor", text);
    }
    Set<String> flags = new TreeSet<>(Arrays.asList(field("flags", told.get()).split(" ")));
    List<String> found = FEATURES.stream().filter(flags::contains).toList();
    text = field("model name", told.get()) + ", " + text + ", " + String.join(" ", found);
    return found.contains("avx2") || !flags.contains("sse2")
        ? Finding.ok("processor", text)
        : Finding.note(
            "processor",
            text + ", without avx2",
            "networks run some times slower; in a virtual machine, pass the host's processor on");
  }

  private Optional<String> told() {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      // Other systems have no such file.
      return Optional.empty();
    }
  }

  private static String field(String name, String text) {
    Matcher field = Pattern.compile("(?m)^" + name + "\\s*:\\s*(.*)$").matcher(text);
    return field.find() ? field.group(1) : "unknown";
  }
}
