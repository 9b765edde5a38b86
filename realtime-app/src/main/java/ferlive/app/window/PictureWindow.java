package ferlive.app.window;

import ferlive.app.view.Command;
import ferlive.app.view.SharedView;
import ferlive.app.view.View;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Arrays;
import java.util.List;
import javax.swing.JFrame;
import javax.swing.Timer;

/**
 * The frame around the picture: its place, its keys, its short messages.
 *
 * <p><b>Threading</b>: confined to the event thread.
 */
final class PictureWindow {
  private static final int MESSAGE_MILLIS = 5_000;

  /** The status goes on also while no picture comes. */
  private static final int STATUS_MILLIS = 500;

  private final JFrame window = new JFrame("Ferlive");
  private final PicturePanel panel;
  private final SharedView view;
  private final WindowOwner owner;
  private final WindowPlace place;
  private final Timer messageEnd;
  private final Timer ticker;
  private Rectangle normalBounds = new Rectangle();
  private Runnable noticeRead = () -> {};

  PictureWindow(PicturePanel panel, SharedView view, WindowOwner owner, WindowPlace place) {
    this.panel = panel;
    this.view = view;
    this.owner = owner;
    this.place = place;
    this.messageEnd = new Timer(MESSAGE_MILLIS, event -> panel.message(""));
    this.ticker = new Timer(STATUS_MILLIS, event -> panel.repaint());
    messageEnd.setRepeats(false);
    listen();
  }

  private void listen() {
    window.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
    window.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            command(Command.QUIT);
          }
        });
    // What shows until the first picture is painted, and while the window grows.
    window.setBackground(Color.BLACK);
    window.setContentPane(panel);
    panel.addKeyListener(
        new KeyAdapter() {
          @Override
          public void keyTyped(KeyEvent event) {
            if (event.getKeyChar() == KeyEvent.VK_ENTER) {
              endNotice();
            }
            Command.of(event.getKeyChar()).ifPresent(command -> command(command));
          }
        });
    panel.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            endNotice();
          }
        });
  }

  /** Shows what has to be read, until the user says so. */
  void notice(List<String> paragraphs, Runnable read) {
    panel.notice(paragraphs);
    noticeRead = read;
  }

  private void endNotice() {
    if (panel.hasNotice()) {
      panel.notice(List.of());
      noticeRead.run();
    }
  }

  void command(Command command) {
    View now = view.apply(command);
    if (command == Command.FULL_SCREEN) {
      toggleFullScreen();
    }
    owner.asked(command, now);
    panel.repaint();
  }

  void tell(String sentence) {
    panel.message(sentence);
    messageEnd.restart();
  }

  /** Shows the newest picture; the first one opens the window. */
  void show(ShownPicture shown) {
    if (!window.isVisible()) {
      shown.take();
      open();
    }
    panel.repaint();
  }

  /** Where it was the last time, or as large as the picture; never larger than the screen. */
  private void open() {
    window.pack();
    Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    Dimension size = window.getSize();
    window.setSize(Math.min(size.width, screen.width), Math.min(size.height, screen.height));
    place
        .load(screens())
        .ifPresentOrElse(window::setBounds, () -> window.setLocationByPlatform(true));
    window.setVisible(true);
    panel.requestFocusInWindow();
    ticker.start();
  }

  private static List<Rectangle> screens() {
    return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices())
        .map(device -> device.getDefaultConfiguration().getBounds())
        .toList();
  }

  private void toggleFullScreen() {
    GraphicsDevice screen = window.getGraphicsConfiguration().getDevice();
    if (screen.getFullScreenWindow() == null) {
      normalBounds = window.getBounds();
      screen.setFullScreenWindow(window);
    } else {
      screen.setFullScreenWindow(null);
      window.setBounds(normalBounds);
    }
    panel.requestFocusInWindow();
  }

  void close() {
    ticker.stop();
    messageEnd.stop();
    if (window.isVisible()) {
      boolean full = window.getGraphicsConfiguration().getDevice().getFullScreenWindow() == window;
      place.save(full ? normalBounds : window.getBounds());
    }
    window.dispose();
    panel.free();
  }
}
