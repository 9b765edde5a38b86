package ferlive.app.window;

import ferlive.app.draw.Card;
import ferlive.app.draw.Overlay;
import ferlive.app.draw.Placement;
import ferlive.app.record.Still;
import ferlive.app.result.FaceResult;
import ferlive.app.view.Command;
import ferlive.app.view.SharedView;
import ferlive.app.view.View;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JPanel;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Paints the newest picture as large as it fits, the results over it, the status line under it, and
 * above all a card where there is something to read. A message leaves free what stands at the lower
 * edge of every picture.
 *
 * <p><b>Threading</b>: confined to the event thread. <b>Errors</b>: handed on; Swing would only
 * print them. <b>Ownership</b>: borrows the picture.
 */
final class PicturePanel extends JPanel {
  private static final List<String> KEYS =
      Arrays.stream(Command.values())
          .map(command -> command.key() + "\t" + command.does())
          .toList();

  private static final Color DIM = new Color(0, 0, 0, 165);

  private final transient ShownPicture shown;
  private final transient SharedView view;
  private final transient Overlay overlay;
  private final transient WindowOwner owner;
  private final transient Consumer<Throwable> faults;
  private final transient ScreenImage screen = new ScreenImage();
  private final transient StatusStrip strip = new StatusStrip();
  private List<String> notice = List.of();
  private String message = "";
  private String outage = "";

  PicturePanel(
      ShownPicture shown,
      SharedView view,
      Overlay overlay,
      WindowOwner owner,
      Consumer<Throwable> faults) {
    this.shown = shown;
    this.view = view;
    this.overlay = overlay;
    this.owner = owner;
    this.faults = faults;
    setBackground(Color.BLACK);
    setFocusable(true);
  }

  /** Shows paragraphs over the picture; none for none. */
  void notice(List<String> paragraphs) {
    notice = paragraphs;
    repaint();
  }

  /** Whether there is something that the user has to read. */
  boolean hasNotice() {
    return !notice.isEmpty();
  }

  /** What is shown now, for a snapshot that the caller closes; empty before the first picture. */
  Optional<Still> still() {
    View now = view.get();
    Mat picture = shown.picture(now);
    return picture.empty()
        ? Optional.empty()
        : Optional.of(new Still(picture.clone(), shown.faces(now), now));
  }

  /** Shows a sentence over the picture; an empty one for none. */
  void message(String sentence) {
    message = sentence;
    repaint();
  }

  /** Dims the picture and says why it is not live; an empty sentence when it is. */
  void outage(String sentence) {
    outage = sentence;
    repaint();
  }

  /** Frees what the pictures are scaled with. */
  void free() {
    screen.close();
  }

  /** As large as the picture, with a line of status. */
  @Override
  public Dimension getPreferredSize() {
    Mat picture = shown.picture(view.get());
    int width = Math.max(1, picture.cols());
    int height = Math.max(1, picture.rows());
    return new Dimension(width, height + 24);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    super.paintComponent(graphics);
    try {
      paint((Graphics2D) graphics);
    } catch (RuntimeException | Error e) {
      faults.accept(e);
    }
  }

  private void paint(Graphics2D graphics) {
    View now = view.get();
    strip.layOut(graphics, status(now), getWidth(), getHeight());
    int height = Math.max(1, getHeight() - strip.height());
    Rectangle area = new Rectangle(0, 0, getWidth(), height);
    shown.take();
    Mat picture = shown.picture(now);
    if (!picture.empty()) {
      Placement at = Placement.fit(picture.cols(), picture.rows(), area, now.mirrored());
      List<FaceResult> faces = shown.faces(now);
      drawPicture(graphics, at, faces, now);
      if (outage.isEmpty()) {
        overlay.draw(graphics, at, faces, now, owner.recording());
      } else {
        // Its faces are yesterday's.
        graphics.setColor(DIM);
        graphics.fillRect(at.left(), at.top(), at.width(), at.height());
        Card.draw(graphics, area, List.of(outage));
      }
    }
    strip.draw(graphics, height);
    if (!message.isEmpty()) {
      Rectangle above = new Rectangle(0, 0, getWidth(), height - strip.lineHeight());
      Card.drawLow(graphics, above, List.of(message));
    }
    if (!notice.isEmpty() || now.help()) {
      Card.draw(graphics, area, notice.isEmpty() ? KEYS : notice);
    }
  }

  private List<String> status(View now) {
    List<String> parts = new ArrayList<>();
    if (now.paused()) {
      parts.add("PAUSED");
    }
    parts.addAll(owner.status());
    if (now.blurred()) {
      parts.add("faces blurred");
    }
    if (now.mirrored()) {
      parts.add("mirrored");
    }
    parts.add("h: keys");
    return parts;
  }

  /** In pixels of the screen, of which there may be several to a unit of the graphics. */
  private void drawPicture(Graphics2D graphics, Placement at, List<FaceResult> faces, View now) {
    double scale = graphics.getTransform().getScaleX();
    int width = Math.max(1, (int) Math.round(at.width() * scale));
    int height = Math.max(1, (int) Math.round(at.height() * scale));
    BufferedImage image = screen.render(shown.picture(now), faces, now, width, height);
    graphics.drawImage(image, at.left(), at.top(), at.width(), at.height(), null);
  }
}
