package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.app.testing.ChildJvm;
import ferlive.app.testing.InternetSockets;
import ferlive.app.testing.Soak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The program as a process on a screen of its own. Times are the promised ones under {@code -Psoak}
 * and longer in an ordinary build, whose machine may be busy.
 */
@Tag("display")
@Timeout(90)
class LiveProcessTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"q", "Escape"})
  void defaultRun_paintsOpensNoSocketWritesNoFileAndEndsAtAKey(String key) throws Exception {
    long start = System.nanoTime();
    try (VirtualScreen screen = new VirtualScreen(Files.createDirectory(folder.resolve("x")));
        ChildJvm child = live(screen.display(), "--source", "demo")) {
      while (screen.colours() < 200 && seconds(start) < 20) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      assertThat(screen.colours()).as(() -> told()).isGreaterThanOrEqualTo(200);
      assertThat(seconds(start)).as("to the first picture").isLessThan(Soak.count(15, 5));
      TimeUnit.SECONDS.sleep(2);
      assertThat(InternetSockets.of(child.pid())).isEmpty();

      long pressed = System.nanoTime();
      // The keyboard may not be the window's at once.
      for (int i = 0; i < 10 && child.isAlive(); i++) {
        pressed = System.nanoTime();
        screen.press(key);
        child.endsWithin(Duration.ofSeconds(2));
      }
      assertThat(child.exitCode(10)).isZero();
      assertThat(seconds(pressed)).isLessThan(Soak.count(8, 2));
    }
    assertThat(leftIn("work")).as("files written").isEmpty();
    assertThat(Files.readString(folder.resolve("stderr")))
        .contains("frames:")
        .doesNotContain(System.getProperty("user.home"), "Exception");
  }

  @Test
  void run_endsWithWholeLinesWhenTheScreenDies() throws Exception {
    Path jsonl = folder.resolve("faces.jsonl");
    try (VirtualScreen screen = new VirtualScreen(Files.createDirectory(folder.resolve("x")));
        ChildJvm child = live(screen.display(), "--source", "demo", "--jsonl", jsonl.toString())) {
      while (!Files.exists(jsonl) || Files.size(jsonl) < 10_000) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      screen.kill();

      assertThat(child.exitCode(10)).isNotZero();
    }
    String text = Files.readString(jsonl);
    assertThat(text).endsWith("}\n");
    for (String line : text.lines().toList()) {
      assertThat(new ObjectMapper().readTree(line).isObject()).isTrue();
    }
  }

  @Test
  void run_isRefusedWithoutAScreen() throws Exception {
    long start = System.nanoTime();
    try (ChildJvm child = live("", "--source", "demo")) {
      assertThat(child.exitCode(30)).as(() -> told()).isEqualTo(3);
    }
    assertThat(seconds(start)).isLessThan(Soak.count(8, 2));
    assertThat(Files.readString(folder.resolve("stderr")).lines())
        .singleElement()
        .asString()
        .contains("--headless");
  }

  private ChildJvm live(String display, String... arguments) throws IOException {
    Path work = Files.createDirectories(folder.resolve("work"));
    List<String> command =
        new ArrayList<>(
            List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                AppMain.class.getName(),
                "live"));
    command.addAll(List.of(arguments));
    return new ChildJvm(
        Map.of("DISPLAY", display, "FERLIVE_HOME", Path.of("..").toRealPath().toString()),
        work,
        folder.resolve("out"),
        command);
  }

  private List<Path> leftIn(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(name))) {
      return files.skip(1).toList();
    }
  }

  private String told() {
    try {
      return Files.readString(folder.resolve("stderr"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static double seconds(long from) {
    return (System.nanoTime() - from) / 1e9;
  }
}
