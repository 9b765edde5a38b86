package ferlive.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ferlive.app.draw.Overlay;
import ferlive.app.frame.Box;
import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import ferlive.app.result.Scores;
import ferlive.app.result.StageTimes;
import ferlive.app.sink.SourceEvent;
import ferlive.app.view.Command;
import ferlive.app.view.SharedView;
import ferlive.app.view.View;
import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs a display, such as {@code xvfb-run} gives. */
@Tag("display")
@Timeout(30)
class WindowSinkTest {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;
  private static final Box BOX = new Box(100, 80, 90, 90);

  private final FramePool pool = new FramePool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Command> asked = new CopyOnWriteArrayList<>();
  private WindowSink sink;
  @TempDir private Path config;

  @BeforeEach
  void open() {
    assumeFalse(GraphicsEnvironment.isHeadless(), "skipped: no display (DISPLAY is not set)");
    sink = open(() -> "30 fps");
  }

  @AfterEach
  void close() {
    if (sink != null) {
      sink.close();
    }
    pool.close();
  }

  @Test
  void accept_showsThePictureWithItsFace() throws Exception {
    show();

    Window window = window();
    Robot robot = new Robot();
    SwingUtilities.invokeAndWait(() -> {});
    robot.delay(200);
    BufferedImage shot = robot.createScreenCapture(window.getBounds());
    Point origin = window.getComponents()[0].getLocationOnScreen();
    int left = origin.x - window.getX();
    int top = origin.y - window.getY();
    assertThat(window.getWidth()).isGreaterThanOrEqualTo(WIDTH);
    assertThat(new Color(shot.getRGB(left + 300, top + 200)))
        .as("the ground, BGR turned into RGB")
        .isEqualTo(new Color(30, 20, 200));
    assertThat(new Color(shot.getRGB(left + 188, top + 130)))
        .as("the right edge of the face's box")
        .isNotEqualTo(new Color(30, 20, 200));
  }

  @Test
  void event_dimsTheLastPictureAndHidesItsFacesUntilTheSourceIsBack() throws Exception {
    show();
    Color lit = colourAt(300, 200);
    Color border = colourAt(188, 130);
    assertThat(border).isNotEqualTo(lit);

    sink.event("0", new SourceEvent.Lost("no picture for 5 s"));
    sink.event("0", new SourceEvent.Retrying(Duration.ofSeconds(4)));

    Color dimmed = colourAt(300, 200);
    assertThat(dimmed.getBlue()).isLessThan(lit.getBlue() / 2);
    assertThat(colourAt(188, 100)).as("the box is gone").isEqualTo(dimmed);

    sink.event("0", new SourceEvent.Back(Duration.ofSeconds(9)));

    assertThat(colourAt(300, 200)).isEqualTo(lit);
    assertThat(colourAt(188, 130)).isEqualTo(border);
  }

  /** Of a pixel of the window's content, as the screen shows it. */
  private static Color colourAt(int x, int y) throws Exception {
    Robot robot = new Robot();
    Point origin = window().getComponents()[0].getLocationOnScreen();
    // Not waitForIdle: on a screen without a manager it may wait ten seconds in vain.
    SwingUtilities.invokeAndWait(() -> {});
    robot.delay(200);
    return robot.getPixelColor(origin.x + x, origin.y + y);
  }

  @ParameterizedTest
  @ValueSource(ints = {KeyEvent.VK_ESCAPE, KeyEvent.VK_Q})
  void key_asksForTheEnd(int key) throws Exception {
    show();
    window();
    Robot robot = new Robot();

    // The window may not have the keyboard at once.
    boolean asked = false;
    for (int i = 0; i < 10 && !asked; i++) {
      robot.keyPress(key);
      robot.keyRelease(key);
      asked = closing.await(200, TimeUnit.MILLISECONDS);
    }

    assertThat(asked).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Command.class,
      names = {"QUIT", "FULL_SCREEN"},
      mode = EnumSource.Mode.EXCLUDE)
  void key_isHandedOn(Command command) throws Exception {
    show();
    window();
    Robot robot = new Robot();

    for (int i = 0; i < 10 && asked.isEmpty(); i++) {
      robot.keyPress(KeyEvent.getExtendedKeyCodeForChar(command.key()));
      robot.keyRelease(KeyEvent.getExtendedKeyCodeForChar(command.key()));
      robot.delay(100);
    }

    assertThat(asked).startsWith(command);
  }

  @Test
  void window_comesBackWhereItWas() throws Exception {
    show();
    Rectangle place = new Rectangle(111, 77, 400, 350);
    Window first = window();
    // The window system may still be telling of the place that it gave the window itself.
    do {
      SwingUtilities.invokeAndWait(() -> first.setBounds(place));
      TimeUnit.MILLISECONDS.sleep(500);
    } while (!first.getBounds().equals(place));
    sink.close();

    sink = open(() -> "30 fps");
    show();

    assertThat(new WindowPlace(config).load(List.of(new Rectangle(0, 0, 1280, 1024))))
        .contains(place);
    // Without a window manager, where it stands is told late and not always truly; its size, late.
    Window again = window();
    for (int i = 0; i < 50 && !again.getSize().equals(place.getSize()); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(again.getSize()).isEqualTo(place.getSize());
  }

  @Test
  void notice_staysUntilItIsReadWhileThePictureGoesOn() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    sink.notice(List.of("a notice", "Enter"), read::countDown);
    show();
    window();
    Robot robot = new Robot();

    robot.delay(200);
    assertThat(read.getCount()).isOne();
    boolean gone = false;
    for (int i = 0; i < 10 && !gone; i++) {
      robot.keyPress(KeyEvent.VK_ENTER);
      robot.keyRelease(KeyEvent.VK_ENTER);
      gone = read.await(200, TimeUnit.MILLISECONDS);
    }

    assertThat(gone).isTrue();
  }

  @Test
  void closeButton_asksForTheEndAndLeavesTheWindow() throws Exception {
    show();
    Window window = window();

    window.dispatchEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSING));

    assertThat(closing.await(2, TimeUnit.SECONDS)).isTrue();
    assertThat(window.isVisible()).as("the run's end closes it").isTrue();
  }

  @Test
  void close_takesTheWindowAway() throws Exception {
    show();
    Window window = window();

    sink.close();
    sink.close();

    assertThat(window.isVisible()).isFalse();
  }

  @Test
  @SuppressWarnings("resource") // the sink is closed after each test
  void accept_throwsWhatKeptThePictureFromBeingShown() throws Exception {
    IllegalStateException fault = new IllegalStateException("no status");
    sink.close();
    sink =
        open(
            () -> {
              throw fault;
            });

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100; i++) {
                show();
                TimeUnit.MILLISECONDS.sleep(50);
              }
            })
        .isInstanceOf(IllegalStateException.class)
        .hasCause(fault);
  }

  @Test
  @SuppressWarnings("resource") // the sink is closed after each test
  void accept_doesNotWaitForASlowScreenWhichDrawsTheNewestOnly() throws Exception {
    CountDownLatch drawing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger drawn = new AtomicInteger();
    sink.close();
    sink =
        open(
            () -> {
              drawing.countDown();
              drawn.incrementAndGet();
              awaitUninterrupted(goOn);
              return "slow";
            });
    show();
    drawing.await();
    for (int i = 0; i < 20; i++) {
      show();
    }

    goOn.countDown();
    for (int i = 0; i < 250 && drawn.get() < 2; i++) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    SwingUtilities.invokeAndWait(() -> {});

    assertThat(drawn.get()).as("the first, and the last of the others").isBetween(2, 4);
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private WindowSink open(Supplier<String> status) {
    return WindowSink.open(
        new Overlay(List.of("happy")), new SharedView(View.initial()), new Owner(status), config);
  }

  private final class Owner implements WindowOwner {
    private final Supplier<String> status;

    Owner(Supplier<String> status) {
      this.status = status;
    }

    @Override
    public List<String> status() {
      return List.of(status.get());
    }

    @Override
    public boolean recording() {
      return false;
    }

    @Override
    public void asked(Command command, View view) {
      asked.add(command);
      if (command == Command.QUIT) {
        closing.countDown();
      }
    }
  }

  private void show() {
    FaceResult face = new FaceResult(1, BOX, OptionalDouble.empty(), Scores.of(1f), 0, 1, true);
    FrameResult result =
        new FrameResult(0, 0, WIDTH, HEIGHT, List.of(face), new StageTimes(0, 0, 0, 0));
    try (Frame frame = pool.take(0, 0, 0);
        Scalar ground = new Scalar(200, 20, 30, 0)) {
      frame.image().create(HEIGHT, WIDTH, opencv_core.CV_8UC3);
      frame.image().put(ground);
      sink.accept("test", frame, result);
    }
  }

  private static Window window() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (System.nanoTime() < deadline) {
      Optional<Window> visible =
          Arrays.stream(Window.getWindows()).filter(Window::isShowing).findFirst();
      if (visible.isPresent()) {
        return visible.get();
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    throw new AssertionError("no window within 5 s");
  }
}
