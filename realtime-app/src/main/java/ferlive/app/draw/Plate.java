package ferlive.app.draw;

import ferlive.app.result.FaceResult;
import ferlive.app.view.Bars;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The label of a face in one style: a head line with number, label and score, and under it a bar
 * for each probability. It has smaller forms for where there is little room.
 */
final class Plate {
  private static final Color PANEL = new Color(0, 0, 0, 160);
  private static final Color BAR_GROUND = new Color(255, 255, 255, 60);
  private static final int TOP = 3;

  private final List<String> labels;
  private final TextStyle head;
  private final TextStyle small;
  private final int nameWidth;
  private final int scoreWidth;

  /** What a form of the label shows; the last one is the number alone. */
  private enum Form {
    ALL_BARS,
    TOP_BARS,
    HEAD,
    NUMBER
  }

  /**
   * @param labels of the model, in the order of its scores
   * @param head style of the head line
   * @param small style of the bars
   */
  Plate(List<String> labels, TextStyle head, TextStyle small) {
    this.labels = labels;
    this.head = head;
    this.small = small;
    this.nameWidth = labels.stream().mapToInt(small::width).max().orElse(0);
    this.scoreWidth = small.width("100");
  }

  /** Sizes of the label's forms, the fullest first. */
  List<Dimension> sizes(FaceResult face, Bars bars) {
    return forms(bars).stream().map(form -> size(face, form)).toList();
  }

  private static List<Form> forms(Bars bars) {
    return switch (bars) {
      case ALL -> List.of(Form.ALL_BARS, Form.TOP_BARS, Form.HEAD, Form.NUMBER);
      case TOP -> List.of(Form.TOP_BARS, Form.HEAD, Form.NUMBER);
      case NONE -> List.of(Form.HEAD, Form.NUMBER);
    };
  }

  private Dimension size(FaceResult face, Form form) {
    int width = head.width(text(face, form)) + 2 * head.padding();
    int height = head.lineHeight() + head.padding();
    int rows = rows(form);
    if (rows > 0) {
      width = Math.max(width, nameWidth + barWidth() + scoreWidth + 5 * small.padding());
      height += rows * small.lineHeight() + small.padding();
    }
    return new Dimension(width, height);
  }

  private int rows(Form form) {
    return switch (form) {
      case ALL_BARS -> labels.size();
      case TOP_BARS -> Math.min(TOP, labels.size());
      case HEAD, NUMBER -> 0;
    };
  }

  private int barWidth() {
    return 4 * small.lineHeight();
  }

  private String text(FaceResult face, Form form) {
    if (form == Form.NUMBER) {
      return Integer.toString(face.track());
    }
    String answer =
        face.sure() ? labels.get(face.label()) + " " + percent(face.score()) + "%" : "not sure";
    return face.track() + "  " + answer;
  }

  private static String percent(double share) {
    return Long.toString(Math.round(share * 100));
  }

  /**
   * Draws a form of the label.
   *
   * @param index which of {@link #sizes}
   */
  void draw(Graphics2D graphics, FaceResult face, Bars bars, int index, Rectangle place) {
    Form form = forms(bars).get(index);
    Color colour = TrackColours.of(face.track());
    int headHeight = head.lineHeight() + head.padding();
    graphics.setColor(colour);
    graphics.fillRect(place.x, place.y, place.width, headHeight);
    graphics.setColor(Color.BLACK);
    head.use(graphics);
    head.draw(graphics, text(face, form), place.x + head.padding(), place.y + head.padding() / 2);
    if (rows(form) > 0) {
      graphics.setColor(PANEL);
      graphics.fillRect(place.x, place.y + headHeight, place.width, place.height - headHeight);
      small.use(graphics);
      int y = place.y + headHeight + small.padding() / 2;
      for (int label : shown(face, form)) {
        drawBar(graphics, face, label, new Rectangle(place.x, y, place.width, 0));
        y += small.lineHeight();
      }
    }
  }

  /** In the model's own order, so that a label keeps its row; the top ones by probability. */
  private List<Integer> shown(FaceResult face, Form form) {
    List<Integer> all = new ArrayList<>(IntStream.range(0, labels.size()).boxed().toList());
    if (form == Form.TOP_BARS) {
      all.sort(Comparator.comparingDouble(label -> -face.probabilities().get(label)));
    }
    return all.subList(0, rows(form));
  }

  private void drawBar(Graphics2D graphics, FaceResult face, int label, Rectangle row) {
    double share = face.probabilities().get(label);
    int left = row.x + nameWidth + 3 * small.padding();
    int width = row.width - nameWidth - scoreWidth - 5 * small.padding();
    int thickness = Math.max(2, small.lineHeight() / 2);
    int top = row.y + (small.lineHeight() - thickness) / 2;
    graphics.setColor(BAR_GROUND);
    graphics.fillRect(left, top, width, thickness);
    graphics.setColor(TrackColours.of(face.track()));
    graphics.fillRect(left, top, (int) Math.round(share * width), thickness);
    graphics.setColor(Color.WHITE);
    small.draw(graphics, labels.get(label), row.x + small.padding(), row.y);
    String percent = percent(share);
    small.draw(
        graphics, percent, row.x + row.width - small.padding() - small.width(percent), row.y);
  }
}
