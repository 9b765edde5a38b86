package ferlive.app.detect;

import ferlive.app.frame.Box;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * One of the two grids on which BlazeFace looks for faces, and what the network said of it.
 *
 * <p>The network says of every anchor how likely a face is there and how the face lies to it: 16
 * numbers in pixels of its input, for the box's centre, width and height and six points, of which
 * the first two are the eyes. All anchors of a cell lie in its middle.
 *
 * @param cells of the grid on each axis
 * @param anchors in each cell
 * @param scores logits, one an anchor, row by row
 * @param boxes 16 numbers an anchor
 */
record BlazeFaceLayer(int cells, int anchors, FloatBuffer scores, FloatBuffer boxes) {
  static final int NUMBERS = 16;

  /** Anchors of the whole grid. */
  int size() {
    return cells * cells * anchors;
  }

  /**
   * Adds the faces that the network saw.
   *
   * @param minLogit logit from which it is one
   * @param square that the network looked at, in pixels of the frame
   * @param side of the network's input in pixels
   */
  void collect(double minLogit, Box square, int side, List<FoundFace> faces) {
    for (int i = 0; i < size(); i++) {
      if (scores.get(i) >= minLogit) {
        faces.add(face(i, square, square.width() / side));
      }
    }
  }

  private FoundFace face(int index, Box square, double scale) {
    int column = index / anchors % cells;
    int row = index / anchors / cells;
    double x = square.x() + (column + 0.5) / cells * square.width();
    double y = square.y() + (row + 0.5) / cells * square.height();
    int at = index * NUMBERS;
    // A network's width may come out as nothing or less at a place that is no face.
    double width = Math.max(1, boxes.get(at + 2) * scale);
    double height = Math.max(1, boxes.get(at + 3) * scale);
    double centerX = x + boxes.get(at) * scale;
    double centerY = y + boxes.get(at + 1) * scale;
    Eyes eyes =
        new Eyes(
            x + boxes.get(at + 4) * scale,
            y + boxes.get(at + 5) * scale,
            x + boxes.get(at + 6) * scale,
            y + boxes.get(at + 7) * scale);
    Box box = new Box(centerX - width / 2, centerY - height / 2, width, height);
    return new FoundFace(box, eyes, 1 / (1 + Math.exp(-scores.get(index))));
  }
}
