package ferlive.app.detect;

import ferlive.app.frame.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * The squares that a network of a small square input looks at to see a whole frame.
 *
 * <p>For a stream it is one square around the frame. A picture is also looked at in parts, which
 * overlap by half, so that small faces are seen larger: each part may hold a face of half its size
 * that no edge cuts.
 */
final class ScanSquares {
  /** Parts of this share of the longer side, one after another. */
  private static final int[] PARTS = {2, 3};

  /** Smaller parts would only be enlarged. */
  private static final double SMALLEST = 256;

  private ScanSquares() {}

  /** The squares, largest first, in pixels of the frame; they may reach beyond it. */
  static List<Box> of(int width, int height, ScanEffort effort) {
    double longer = Math.max(width, height);
    List<Box> squares = new ArrayList<>();
    squares.add(Box.square(width / 2.0, height / 2.0, longer));
    if (effort == ScanEffort.THOROUGH) {
      for (int parts : PARTS) {
        if (longer / parts >= SMALLEST) {
          addParts(width, height, longer / parts, squares);
        }
      }
    }
    return squares;
  }

  private static void addParts(int width, int height, double side, List<Box> squares) {
    for (double y : starts(height, side)) {
      for (double x : starts(width, side)) {
        squares.add(new Box(x, y, side, side));
      }
    }
  }

  /** Where parts begin on one axis: evenly, from border to border. */
  private static double[] starts(int length, double side) {
    if (length <= side) {
      return new double[] {(length - side) / 2};
    }
    int steps = (int) Math.ceil((length - side) / (side / 2));
    double[] starts = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      starts[i] = (length - side) * i / steps;
    }
    return starts;
  }
}
