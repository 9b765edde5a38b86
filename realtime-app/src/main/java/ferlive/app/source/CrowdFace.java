package ferlive.app.source;

import java.util.Arrays;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/**
 * One face of a crowd: a picture that moves on an ellipse around its place.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: owns its picture.
 */
final class CrowdFace implements AutoCloseable {
  /** The face's oval is a little higher than its square. */
  private static final double MARGIN = 1.1;

  /** How far it moves from its place, in sides of its square. */
  private static final double REACH = 0.08;

  /** Frames that one round takes; each face has another, so that they do not move as one. */
  private static final int PERIOD = 90;

  private static final int PERIOD_STEP = 7;

  private final double centerX;
  private final double centerY;
  private final double reach;
  private final int period;
  private final Mat picture;
  private final Mat mask;
  private final Rect place;

  /**
   * @param index number of the face; decides on place, expression and speed
   * @param ground gray level of what is behind the face's soft border
   */
  CrowdFace(DemoFaces average, int index, CrowdGrid grid, int ground) {
    double size = grid.face();
    this.centerX = grid.centerX(index);
    this.centerY = grid.centerY(index);
    this.reach = REACH * size;
    this.period = PERIOD + PERIOD_STEP * (index % PERIOD_STEP);
    int side = (int) Math.ceil(size * MARGIN) + 2;
    byte[] pixels = new byte[3 * side * side];
    Arrays.fill(pixels, (byte) ground);
    DemoFace.Path still = new DemoFace.Path(size, side / 2.0, side / 2.0, 0, 1);
    new DemoFace(average, still, index % DemoFaces.LABELS.size(), 0).paint(0, pixels, side);
    byte[] covered = new byte[side * side];
    for (int i = 0; i < covered.length; i++) {
      covered[i] = (byte) (pixels[3 * i] == (byte) ground ? 0 : 1);
    }
    this.picture = new Mat(side, side, opencv_core.CV_8UC3);
    this.picture.data().put(pixels);
    this.mask = new Mat(side, side, opencv_core.CV_8UC1);
    this.mask.data().put(covered);
    this.place = new Rect(0, 0, side, side);
  }

  /** Copies the face to where it is at that frame, which lies inside the image. */
  void paint(long frame, Mat image) {
    double angle = 2 * Math.PI * (frame % period) / period;
    double left = centerX + reach * Math.cos(angle) - place.width() / 2.0;
    double top = centerY + reach * Math.sin(angle) - place.height() / 2.0;
    place.x((int) Math.round(left)).y((int) Math.round(top));
    try (Mat part = new Mat(image, place)) {
      picture.copyTo(part, mask);
    }
  }

  @Override
  public void close() {
    place.close();
    mask.close();
    picture.close();
  }
}
