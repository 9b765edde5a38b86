package ferlive.app.draw;

import ferlive.app.draw.LabelLayout.Spot;
import ferlive.app.result.FaceResult;
import ferlive.app.view.View;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws results over a picture: a box for every face in the colour of its track, a label with its
 * bars, and what a viewer must know of every picture: that it shows an estimate, and whether it is
 * recorded.
 *
 * <p>Text is drawn in the units of the graphics, at a size for the place that the picture takes, so
 * that it is sharp however the picture is scaled. <b>Threading</b>: confined to one thread.
 */
public final class Overlay {
  private static final String ESTIMATE = "expression estimate";
  private static final String RECORDING = "\u25cf REC";
  private static final Color RED = new Color(0xCC2222);
  private static final Color DARK = new Color(0, 0, 0, 160);
  private static final double SMALL = 0.85;

  private final List<String> labels;

  /** Where each label was in the last picture, so that it does not jump. */
  private final Map<Integer, Integer> sideByTrack = new HashMap<>();

  private TextStyle style;
  private Plate plate;
  private int size;

  /**
   * @param labels of the model, in the order of its scores
   */
  public Overlay(List<String> labels) {
    this.labels = List.copyOf(labels);
  }

  /**
   * Draws everything.
   *
   * @param at where the picture is
   * @param recording whether the picture is recorded
   */
  public void draw(
      Graphics2D graphics, Placement at, List<FaceResult> faces, View view, boolean recording) {
    prepare(graphics, at);
    List<Mark> marks = marks(at, recording);
    List<Rectangle> boxes = faces.stream().map(face -> at.of(face.box())).toList();
    if (view.attention()) {
      faces.forEach(face -> AttentionArt.draw(graphics, at, face));
    }
    for (int i = 0; i < faces.size(); i++) {
      drawBox(graphics, boxes.get(i), TrackColours.of(faces.get(i).track()));
    }
    List<List<Dimension>> sizes = new ArrayList<>(faces.size());
    faces.forEach(face -> sizes.add(plate.sizes(face, view.bars())));
    List<Integer> sides =
        faces.stream().map(face -> sideByTrack.getOrDefault(face.track(), 0)).toList();
    List<Optional<Spot>> spots =
        LabelLayout.place(at.area(), boxes, sizes, sides, marks.stream().map(Mark::place).toList());
    sideByTrack.clear();
    for (int i = 0; i < faces.size(); i++) {
      FaceResult face = faces.get(i);
      // One whose box lies outside the picture has nothing to be drawn at.
      if (spots.get(i).isPresent() && !boxes.get(i).isEmpty()) {
        Spot spot = spots.get(i).get();
        sideByTrack.put(face.track(), spot.side());
        plate.draw(graphics, face, view.bars(), spot.form(), spot.place());
      }
    }
    marks.forEach(mark -> draw(graphics, mark));
  }

  /** Fonts are made anew only when the size changes. */
  private void prepare(Graphics2D graphics, Placement at) {
    int wanted = TextStyle.size(at.width(), at.height());
    if (style == null || wanted != size) {
      size = wanted;
      style = TextStyle.ofSize(graphics, wanted);
      TextStyle small = TextStyle.ofSize(graphics, Math.max(10, (int) (wanted * SMALL)));
      plate = new Plate(labels, style, small);
    }
  }

  /** Four plain bars: a smooth outline would cost more than all else together. */
  private void drawBox(Graphics2D graphics, Rectangle box, Color colour) {
    if (box.isEmpty()) {
      return;
    }
    frame(graphics, box, style.line() + 1, DARK);
    frame(graphics, box, style.line(), colour);
  }

  private static void frame(Graphics2D graphics, Rectangle box, int thickness, Color colour) {
    int line = Math.min(thickness, Math.min(box.width, box.height));
    graphics.setColor(colour);
    graphics.fillRect(box.x, box.y, box.width, line);
    graphics.fillRect(box.x, box.y + box.height - line, box.width, line);
    graphics.fillRect(box.x, box.y + line, line, box.height - 2 * line);
    graphics.fillRect(box.x + box.width - line, box.y + line, line, box.height - 2 * line);
  }

  /** The estimate in the lower left corner, the recording in the upper right one. */
  private List<Mark> marks(Placement at, boolean recording) {
    List<Mark> marks = new ArrayList<>();
    int height = style.lineHeight() + style.padding();
    int bottom = at.top() + at.height() - height;
    marks.add(new Mark(ESTIMATE, DARK, new Rectangle(at.left(), bottom, width(ESTIMATE), height)));
    if (recording) {
      int left = at.left() + at.width() - width(RECORDING);
      marks.add(new Mark(RECORDING, RED, new Rectangle(left, at.top(), width(RECORDING), height)));
    }
    // A part of the words would say nothing.
    marks.removeIf(mark -> !at.area().contains(mark.place));
    return marks;
  }

  private int width(String text) {
    return style.width(text) + 2 * style.padding();
  }

  private void draw(Graphics2D graphics, Mark mark) {
    style.use(graphics);
    graphics.setColor(mark.ground);
    graphics.fillRect(mark.place.x, mark.place.y, mark.place.width, mark.place.height);
    graphics.setColor(Color.WHITE);
    style.draw(
        graphics, mark.text, mark.place.x + style.padding(), mark.place.y + style.padding() / 2);
  }

  /** What stands in a corner of every picture. */
  private record Mark(String text, Color ground, Rectangle place) {}
}
