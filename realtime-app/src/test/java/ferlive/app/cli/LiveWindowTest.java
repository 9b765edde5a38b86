package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ferlive.app.files.UserFolders;
import ferlive.app.pipeline.AnalyzerInfo;
import ferlive.app.testing.FakeCameras;
import ferlive.app.testing.SlowAnalyzer;
import java.awt.GraphicsEnvironment;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Needs a display, such as {@code xvfb-run} gives. */
@Tag("display")
@Timeout(60)
class LiveWindowTest {
  private static final AnalyzerInfo INFO =
      new AnalyzerInfo("toy", "toy-net", "0a1b", "none", "cpu", 1, List.of());

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir private Path folder;

  @Test
  void keys_keepWhatIsAskedForAndNothingElse() throws Exception {
    assumeFalse(GraphicsEnvironment.isHeadless(), "skipped: no display (DISPLAY is not set)");
    CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> live("demo"));
    await(() -> Arrays.stream(Window.getWindows()).anyMatch(Window::isShowing));
    assertThat(kept(".")).as("kept without being asked").isEmpty();

    // The window may not have the keyboard at once.
    for (int i = 0; i < 50 && !Files.exists(folder.resolve("config/notice-accepted")); i++) {
      press(KeyEvent.VK_ENTER);
      TimeUnit.MILLISECONDS.sleep(200);
    }
    press(KeyEvent.VK_S);
    await(() -> !kept(".png").isEmpty());
    press(KeyEvent.VK_R);
    await(() -> !kept(".mp4").isEmpty());
    press(KeyEvent.VK_O);
    TimeUnit.MILLISECONDS.sleep(300);
    press(KeyEvent.VK_R);
    await(() -> err.toString(StandardCharsets.UTF_8).contains("recorded "));
    press(KeyEvent.VK_Q);

    assertThat(code.get(10, TimeUnit.SECONDS)).isZero();
    assertThat(kept(".")).hasSize(2);
    assertThat(folder.resolve("config/window.properties")).exists();
  }

  @Test
  void picture_staysUntilTheUserEnds() throws Exception {
    assumeFalse(GraphicsEnvironment.isHeadless(), "skipped: no display (DISPLAY is not set)");
    Path picture = folder.resolve("gray.png");
    ImageIO.write(
        new BufferedImage(320, 240, BufferedImage.TYPE_BYTE_GRAY), "png", picture.toFile());
    CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> live(picture.toString()));
    await(() -> Arrays.stream(Window.getWindows()).anyMatch(Window::isShowing));

    // Longer than the three seconds that a picture of several is shown.
    assertThatThrownBy(() -> code.get(5, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
    for (int i = 0; i < 50 && !code.isDone(); i++) {
      press(KeyEvent.VK_Q);
      TimeUnit.MILLISECONDS.sleep(200);
    }

    assertThat(code.get(10, TimeUnit.SECONDS)).isZero();
  }

  private int live(String source) {
    Console console = new Console(err, new PrintStream(err, true, StandardCharsets.UTF_8), false);
    LiveCommand command =
        new LiveCommand(
            console,
            new StopSignal(),
            config -> new OpenAnalyzer(SlowAnalyzer.taking(20), INFO, List.of("happy", "sad")),
            FakeCameras.none(),
            new UserFolders(folder.resolve("config"), folder.resolve("Ferlive")),
            () -> {});
    return AppMain.run(console, List.of(command), "live", "--source", source);
  }

  private static void press(int key) throws Exception {
    Robot robot = new Robot();
    robot.keyPress(key);
    robot.keyRelease(key);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within 20 s").isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /** Recordings and snapshots whose name has that in it. */
  private List<Path> kept(String part) {
    Path recordings = folder.resolve("Ferlive");
    if (!Files.exists(recordings)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(recordings)) {
      return files.filter(file -> file.getFileName().toString().contains(part)).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
