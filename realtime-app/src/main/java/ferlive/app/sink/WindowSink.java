package ferlive.app.sink;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;
import java.awt.AWTError;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A window with the annotated picture. Esc, q and the close button ask for the end of the run.
 *
 * <p><b>Threading</b>: {@link #accept} only copies the frame and never waits for the screen; the
 * event thread draws the newest one. <b>Errors</b>: IllegalStateException from {@link #accept}
 * after a picture that could not be drawn. <b>Ownership</b>: owns its pictures: one that waits and
 * one that is shown, with and without what was drawn on it.
 */
public final class WindowSink implements ResultSink {
  private static final String NO_DISPLAY =
      "no display to open a window on; --headless runs without one";

  private static final long CLOSE_SECONDS = 2;

  /** How bright the last picture of a lost source is left. */
  private static final double DIMMED = 0.35;

  private final Supplier<String> status;
  private final Runnable onClose;
  private final Overlay overlay;
  private final PicturePanel panel = new PicturePanel();
  private final JFrame window = new JFrame("Ferlive");
  private final Object lock = new Object();
  private Mat waiting = new Mat();
  private Mat shown = new Mat();

  /** What is shown, before anything was drawn on it. */
  private final Mat clean = new Mat();

  private final Notice notice = new Notice();
  private FrameResult result;
  private boolean scheduled;
  private RuntimeException fault;
  private boolean closed;

  private WindowSink(Overlay overlay, Supplier<String> status, Runnable onClose) {
    this.overlay = overlay;
    this.status = status;
    this.onClose = onClose;
    listen();
  }

  /**
   * Prepares the window; it appears with the first frame, in its size.
   *
   * @param overlay draws the result on the picture
   * @param status the line to show with each picture, asked for on the event thread
   * @param onClose called on the event thread when the user wants to end
   * @throws AppException INPUT when there is no display
   */
  public static WindowSink open(Overlay overlay, Supplier<String> status, Runnable onClose) {
    requireDisplay();
    AtomicReference<WindowSink> sink = new AtomicReference<>();
    try {
      SwingUtilities.invokeAndWait(() -> sink.set(new WindowSink(overlay, status, onClose)));
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
    synchronized (lock) {
      if (closed) {
        return;
      }
      if (fault != null) {
        throw fault;
      }
      frame.image().copyTo(waiting);
      this.result = result;
      if (!scheduled) {
        scheduled = true;
        SwingUtilities.invokeLater(this::showOrKeepFault);
      }
    }
  }

  /** Of a lost source, the last picture stays dimmed, without labels: they would be yesterday's. */
  @Override
  public void event(String source, SourceEvent event) {
    notice.heed(event);
    if (notice.isOutage()) {
      SwingUtilities.invokeLater(this::showOutage);
    }
  }

  private void showOutage() {
    Optional<String> text = notice.text();
    synchronized (lock) {
      if (closed || scheduled || clean.empty() || !notice.isOutage()) {
        return;
      }
      clean.convertTo(shown, -1, DIMMED, 0);
    }
    text.ifPresent(line -> overlay.drawStatus(shown, line));
    panel.show(shown);
  }

  private void listen() {
    window.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
    window.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            onClose.run();
          }
        });
    window.setContentPane(panel);
    for (String key : List.of("ESCAPE", "Q")) {
      panel
          .getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
          .put(KeyStroke.getKeyStroke(key), "close");
    }
    panel
        .getActionMap()
        .put(
            "close",
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent event) {
                onClose.run();
              }
            });
  }

  /** The event thread has nobody to tell of a fault: the next {@link #accept} does. */
  private void showOrKeepFault() {
    try {
      show();
    } catch (RuntimeException | Error e) {
      synchronized (lock) {
        fault = new IllegalStateException("the window cannot show the picture", e);
      }
    }
  }

  private void show() {
    FrameResult newest;
    synchronized (lock) {
      scheduled = false;
      if (closed) {
        return;
      }
      Mat next = waiting;
      waiting = shown;
      shown = next;
      newest = result;
    }
    shown.copyTo(clean);
    overlay.drawFaces(shown, newest.faces());
    overlay.drawStatus(shown, notice.text().orElseGet(status));
    panel.show(shown);
    if (!window.isVisible()) {
      open();
    }
  }

  /** As large as the first picture, but never larger than the screen. */
  private void open() {
    window.pack();
    Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    Dimension size = window.getSize();
    window.setSize(Math.min(size.width, screen.width), Math.min(size.height, screen.height));
    window.setLocationByPlatform(true);
    window.setVisible(true);
  }

  @Override
  public void close() {
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
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
    window.dispose();
    waiting.close();
    shown.close();
    clean.close();
  }
}
