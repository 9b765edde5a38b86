package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.testing.ChildJvm;
import ferlive.app.testing.Soak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whoever was stopped must not take its own absence for the source's. */
@EnabledOnOs(OS.LINUX)
@Timeout(180)
class PausedProcessTest {
  private static final Pattern P95 = Pattern.compile("p95 (\\d+)");

  @TempDir private Path folder;

  @Test
  void run_losesNoSourceWhenTheProcessIsStoppedForLongerThanItsLimit()
      throws IOException, InterruptedException {
    Path output = folder.resolve("out");
    List<String> command = List.of(WatchedRun.class.getName(), "500");
    try (ChildJvm child = new ChildJvm(Map.of(), Path.of("").toAbsolutePath(), output, command)) {
      TimeUnit.SECONDS.sleep(3);
      child.signal("STOP");
      TimeUnit.MILLISECONDS.sleep(
          Soak.time(Duration.ofSeconds(4), Duration.ofSeconds(20)).toMillis());
      child.signal("CONT");

      assertThat(child.exitCode(90)).isZero();
    }

    String text = Files.readString(output);
    assertThat(text).startsWith("[Started, Ended]");
    Matcher p95 = P95.matcher(text);
    assertThat(p95.find()).isTrue();
    assertThat(Long.parseLong(p95.group(1))).as("the pause is no usual delay").isLessThan(1000);
  }
}
