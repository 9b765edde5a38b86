package ferlive.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LicencesTest {
  private static final Path LIST = Path.of("..", "docs", "licences.md");

  @Test
  void list_namesEveryLibraryOnTheClassPath() throws IOException {
    Set<String> listed =
        Files.readAllLines(LIST).stream()
            .map(line -> line.split(" *\\| *"))
            .filter(cells -> cells.length > 3 && cells[1].contains(":"))
            .map(cells -> cells[1].replaceFirst(".*:", "") + "-" + cells[2])
            .collect(Collectors.toSet());

    assertThat(libraries())
        .isNotEmpty()
        .allMatch(
            jar -> listed.stream().anyMatch(name -> jar.matches(name + "(-[a-z0-9_-]+)?.jar")));
  }

  private static List<String> libraries() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    // What a profile or the build's own runner adds is not shipped.
    return Stream.of(path.split(File.pathSeparator))
        .map(entry -> Path.of(entry).getFileName().toString())
        .filter(name -> name.endsWith(".jar"))
        .filter(
            name -> !name.matches("(surefire|jmh|jazzer|jopt-simple|commons-math3|nd4j-cuda).*"))
        .toList();
  }
}
