package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppMainTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void uncaught_tellsOneLineUnlessVerbose() {
    assertThat(told("live")).singleElement().asString().contains("broken", "--verbose");
    assertThat(told("live", "-v")).hasSizeGreaterThan(2);
  }

  private List<String> told(String... args) {
    err.reset();
    Console console = new Console(err, new PrintStream(err, true, StandardCharsets.UTF_8), false);
    AppMain.uncaught(console, args)
        .uncaughtException(Thread.currentThread(), new IllegalStateException("broken"));
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void mayUseDisplay_isSoForWhatMayOpenAWindowOrAsksForOne() {
    assertThat(AppMain.mayUseDisplay("live", "--source", "demo")).isTrue();
    assertThat(AppMain.mayUseDisplay("doctor")).isTrue();
    assertThat(AppMain.mayUseDisplay("analyze", "live.mp4", "--video", "a.mp4")).isFalse();
  }
}
