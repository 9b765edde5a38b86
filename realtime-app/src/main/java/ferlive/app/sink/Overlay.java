package ferlive.app.sink;

import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_SIMPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.getTextSize;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;

import ferlive.app.frame.Box;
import ferlive.app.result.FaceResult;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Draws results on a picture: a box for every face in the colour of its track, the label with its
 * score, and a status line.
 *
 * <p>Everything grows with the picture's height and stays inside it. <b>Threading</b>: any one
 * thread at a time. <b>Ownership</b>: borrows the picture; keeps nothing native.
 */
public final class Overlay {
  /** Text and lines are laid out for this height and scaled from there. */
  private static final double REFERENCE_HEIGHT = 480;

  private static final double REFERENCE_FONT = 0.6;
  private static final double SMALLEST_FONT = 0.42;

  /** Light colours, in BGR, that differ by hue and by lightness: black text can be read on each. */
  private static final int[][] TRACK_COLOURS = {
    {120, 220, 60}, {60, 200, 255}, {255, 190, 90}, {200, 160, 255}, {230, 230, 120}, {90, 150, 255}
  };

  private final List<String> labels;

  /**
   * @param labels of the model, in the order of its scores
   */
  public Overlay(List<String> labels) {
    this.labels = List.copyOf(labels);
  }

  /** Draws the faces on an 8-bit BGR picture. */
  @SuppressWarnings("try") // the scope works by being open
  public void drawFaces(Mat picture, List<FaceResult> faces) {
    try (PointerScope scope = new PointerScope()) {
      Style style = Style.of(picture);
      for (FaceResult face : faces) {
        int[] bgr = TRACK_COLOURS[Math.floorMod(face.track() - 1, TRACK_COLOURS.length)];
        Scalar colour = new Scalar(bgr[0], bgr[1], bgr[2], 0);
        drawBox(picture, face.box(), colour, style);
        drawLabel(picture, face, colour, style);
      }
    }
  }

  /** Draws a line of text, such as the frame rate, in the upper left corner. */
  @SuppressWarnings("try") // the scope works by being open
  public void drawStatus(Mat picture, String text) {
    try (PointerScope scope = new PointerScope()) {
      Style style = Style.of(picture);
      Scalar dark = new Scalar(32, 32, 32, 0);
      Scalar light = new Scalar(240, 240, 240, 0);
      plate(picture, text, 0, 0, dark, light, style);
    }
  }

  private static void drawBox(Mat picture, Box box, Scalar colour, Style style) {
    int left = clamp(box.x(), picture.cols());
    int top = clamp(box.y(), picture.rows());
    int right = clamp(box.x() + box.width(), picture.cols());
    int bottom = clamp(box.y() + box.height(), picture.rows());
    rectangle(
        picture, new Point(left, top), new Point(right, bottom), colour, style.line, LINE_AA, 0);
  }

  private static int clamp(double at, int length) {
    return (int) Math.round(Math.max(0, Math.min(length - 1, at)));
  }

  /** Above the box, or just inside it where the picture ends. */
  private void drawLabel(Mat picture, FaceResult face, Scalar colour, Style style) {
    String text = text(face);
    int top = (int) Math.round(face.box().y()) - style.plateHeight(text);
    if (top < 0) {
      top = clamp(face.box().y(), picture.rows());
    }
    int left = (int) Math.round(face.box().x());
    plate(picture, text, left, top, colour, new Scalar(0, 0, 0, 0), style);
  }

  private String text(FaceResult face) {
    return face.sure()
        ? String.format(Locale.ROOT, "%s %.0f%%", labels.get(face.label()), face.score() * 100)
        : "not sure";
  }

  /** Text on a filled plate that is moved, and if need be made smaller, to fit the picture. */
  private static void plate(
      Mat picture, String text, int left, int top, Scalar fill, Scalar ink, Style wanted) {
    Style style = wanted.fitting(text, picture.cols());
    int width = style.plateWidth(text);
    int height = style.plateHeight(text);
    int x = Math.max(0, Math.min(left, picture.cols() - width));
    int y = Math.max(0, Math.min(top, picture.rows() - height));
    rectangle(
        picture, new Point(x, y), new Point(x + width - 1, y + height - 1), fill, -1, LINE_AA, 0);
    Point base = new Point(x + style.padding, y + height - style.padding - style.descent(text));
    putText(
        picture, text, base, FONT_HERSHEY_SIMPLEX, style.font, ink, style.stroke, LINE_AA, false);
  }

  /**
   * Sizes for a picture.
   *
   * @param font OpenCV's font scale
   * @param stroke thickness of letters, in pixels
   * @param line thickness of boxes, in pixels
   * @param padding around text, in pixels
   */
  private record Style(double font, int stroke, int line, int padding) {
    static Style of(Mat picture) {
      double scale = picture.rows() / REFERENCE_HEIGHT;
      return withFont(Math.max(SMALLEST_FONT, REFERENCE_FONT * scale), scale);
    }

    private static Style withFont(double font, double scale) {
      return new Style(
          font,
          Math.max(1, (int) Math.round(font * 1.6)),
          Math.max(1, (int) Math.round(2 * scale)),
          Math.max(2, (int) Math.round(8 * font)));
    }

    Style fitting(String text, int width) {
      int needed = plateWidth(text);
      return needed <= width ? this : withFont(font * width / needed, line / 2.0);
    }

    int plateWidth(String text) {
      return textSize(text).width() + 2 * padding;
    }

    int plateHeight(String text) {
      return textSize(text).height() + descent(text) + 2 * padding;
    }

    int descent(String text) {
      IntPointer baseline = new IntPointer(1);
      getTextSize(text, FONT_HERSHEY_SIMPLEX, font, stroke, baseline);
      return baseline.get() / 2;
    }

    private Size textSize(String text) {
      return getTextSize(text, FONT_HERSHEY_SIMPLEX, font, stroke, new IntPointer(1));
    }
  }
}
