package ferlive.app.window;

import ferlive.app.draw.Overlay;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.record.Still;
import ferlive.app.result.FrameResult;
import ferlive.app.sink.Notice;
import ferlive.app.sink.ResultSink;
import ferlive.app.sink.SourceEvent;
import ferlive.app.view.SharedView;
import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.SwingUtilities;

/**
 * A window with the annotated picture, which can be steered by keys.
 *
 * <p><b>Threading</b>: {@link #accept} and {@link #captured} only copy the frame, on any two
 * threads, and never wait for the screen; the event thread draws the newest one. <b>Errors</b>:
 * IllegalStateException from {@link #accept} after a picture that could not be drawn.
 * <b>Ownership</b>: owns the pictures that it copies.
 */
public final class WindowSink implements ResultSink {
  private static final String NO_DISPLAY =
      "no display to open a window on; --headless runs without one";

  private static final long CLOSE_SECONDS = 2;

  private final Notice notice = new Notice();
  private final ShownPicture shown;
  private final PicturePanel panel;
  private final PictureWindow window;
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Throwable fault;

  private WindowSink(Overlay overlay, SharedView view, WindowOwner owner, Path config) {
    this.shown = new ShownPicture(view, System::nanoTime);
    this.panel = new PicturePanel(shown, view, overlay, owner, e -> fault = e);
    this.window = new PictureWindow(panel, view, owner, new WindowPlace(config));
  }

  /**
   * Prepares the window; it appears with the first picture.
   *
   * @param overlay draws the result over the picture
   * @param view what is to be seen; the window's keys change it
   * @param owner is asked for the status and told what the user wants
   * @param config the folder of the user's settings, where the window's place is kept
   * @throws AppException INPUT when there is no display
   */
  public static WindowSink open(Overlay overlay, SharedView view, WindowOwner owner, Path config) {
    requireDisplay();
    AtomicReference<WindowSink> sink = new AtomicReference<>();
    try {
      SwingUtilities.invokeAndWait(() -> sink.set(new WindowSink(overlay, view, owner, config)));
    } catch (InvocationTargetException e) {
      throw new AppException(ExitCode.INPUT, NO_DISPLAY, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the window opened", e);
    }
    return sink.get();
  }

  /**
   * Finds out early whether a window can be opened.
   *
   * @throws AppException INPUT when there is no display
   */
  public static void requireDisplay() {
    try {
      if (!GraphicsEnvironment.isHeadless()) {
        GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
        return;
      }
    } catch (AWTError | LinkageError | HeadlessException e) {
      throw new AppException(ExitCode.INPUT, NO_DISPLAY, e);
    }
    throw new AppException(ExitCode.INPUT, NO_DISPLAY);
  }

  @Override
  public void accept(String source, Frame frame, FrameResult result) {
    if (fault != null) {
      throw new IllegalStateException("the window cannot show the picture", fault);
    }
    if (shown.analysed(frame, result)) {
      schedule();
    }
  }

  /** Of a lost source, the last picture stays dimmed, without labels: they would be yesterday's. */
  @Override
  public void event(String source, SourceEvent event) {
    notice.heed(event);
    String text = notice.text().orElse("");
    if (notice.isOutage()) {
      SwingUtilities.invokeLater(() -> panel.outage(text));
    } else if (event instanceof SourceEvent.Back) {
      SwingUtilities.invokeLater(() -> panel.outage(""));
    } else if (event instanceof SourceEvent.Troubled) {
      tell(text);
    }
  }

  /** Learns of a picture before it is analysed, to show it where the analysis is slow. */
  public void captured(Frame frame) {
    if (shown.captured(frame)) {
      schedule();
    }
  }

  /** Tells the user a sentence, for some seconds. Any thread may. */
  public void tell(String sentence) {
    SwingUtilities.invokeLater(() -> window.tell(sentence));
  }

  /**
   * Shows paragraphs that the user has to read, over the picture, which goes on. Any thread may.
   *
   * @param read called on the event thread when the user has read them
   */
  public void notice(List<String> paragraphs, Runnable read) {
    SwingUtilities.invokeLater(() -> window.notice(paragraphs, read));
  }

  /** What is shown now, which the caller closes; for the event thread. */
  public Optional<Still> still() {
    return panel.still();
  }

  private void schedule() {
    if (scheduled.compareAndSet(false, true)) {
      SwingUtilities.invokeLater(
          () -> {
            scheduled.set(false);
            if (!closed.get()) {
              window.show(shown);
            }
          });
    }
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    if (SwingUtilities.isEventDispatchThread()) {
      free();
      return;
    }
    // Not invokeAndWait: a screen that does not answer must not keep the run from ending.
    CountDownLatch freed = new CountDownLatch(1);
    SwingUtilities.invokeLater(
        () -> {
          free();
          freed.countDown();
        });
    try {
      freed.await(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void free() {
    window.close();
    shown.close();
  }
}
