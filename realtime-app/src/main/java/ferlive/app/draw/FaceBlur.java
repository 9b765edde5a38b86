package ferlive.app.draw;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_NEAREST;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import ferlive.app.frame.Box;
import ferlive.app.result.FaceResult;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Makes faces unrecognisable: nothing is left of each, with a margin, but a few even tiles.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: borrows pictures; owns its
 * buffers, which are used again for every face.
 */
public final class FaceBlur implements AutoCloseable {
  /** Tiles across a face: too few for people and programs to know whose it is. */
  private static final int TILES = 6;

  /** How far the tiles reach beyond the box, in sides of it: hair, ears and chin. */
  private static final double MARGIN = 0.25;

  private final Rect rect = new Rect();
  private final Size tiles = new Size(TILES, TILES);
  private final Size full = new Size();
  private final Mat few = new Mat();

  /** Blurs the faces in an 8-bit BGR picture, in place. */
  public void blur(Mat picture, List<FaceResult> faces) {
    for (FaceResult face : faces) {
      blur(picture, face.box());
    }
  }

  private void blur(Mat picture, Box box) {
    int left = (int) Math.max(0, Math.floor(box.x() - MARGIN * box.width()));
    int top = (int) Math.max(0, Math.floor(box.y() - MARGIN * box.height()));
    int right = (int) Math.min(picture.cols(), Math.ceil(box.x() + (1 + MARGIN) * box.width()));
    int bottom = (int) Math.min(picture.rows(), Math.ceil(box.y() + (1 + MARGIN) * box.height()));
    if (right <= left || bottom <= top) {
      return;
    }
    rect.x(left).y(top);
    rect.width(right - left).height(bottom - top);
    full.width(right - left).height(bottom - top);
    try (Mat face = new Mat(picture, rect)) {
      resize(face, few, tiles, 0, 0, INTER_AREA);
      // The size and kind are the face's own, so this writes into the picture.
      resize(few, face, full, 0, 0, INTER_NEAREST);
    }
  }

  @Override
  public void close() {
    few.close();
    full.close();
    tiles.close();
    rect.close();
  }
}
