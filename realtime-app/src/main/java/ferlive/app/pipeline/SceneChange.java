package ferlive.app.pipeline;

import static org.bytedeco.opencv.global.opencv_core.absdiff;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_NEAREST;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import ferlive.app.frame.Box;
import java.nio.ByteBuffer;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Whether a picture changed since another one was remembered: some of a grid of pixels are darker
 * or brighter by more than noise. A face that comes in covers some of them; what changes where
 * people are known to be does not count.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: owns its buffers.
 */
final class SceneChange implements AutoCloseable {
  private static final int COLUMNS = 64;
  private static final int ROWS = 48;

  /** Gray levels that are no noise. */
  private static final double LEVELS = 24;

  /** Share of the grid: a face of a tenth of the width covers as much. */
  private static final double SHARE = 0.005;

  /** Half the width of a person, in widths of the face. */
  private static final double SHOULDERS = 1.5;

  /** How far a person reaches above the face, in heights of it. */
  private static final double HAIR = 0.5;

  private final Size size = new Size(COLUMNS, ROWS);
  private final Mat grid = new Mat();
  private final Mat now = new Mat();
  private final Mat remembered = new Mat();

  /** Remembers a picture, 8-bit BGR; borrowed. */
  void remember(Mat image) {
    sample(image, remembered);
  }

  /**
   * Whether a picture of the same stream differs from the remembered one, other than by what people
   * who are known do.
   *
   * @param known boxes of their faces, in pixels of the picture
   */
  boolean since(Mat image, List<Box> known) {
    sample(image, now);
    absdiff(now, remembered, now);
    threshold(now, now, LEVELS, 1, THRESH_BINARY);
    if (countNonZero(now) <= SHARE * COLUMNS * ROWS) {
      return false;
    }
    ByteBuffer changed = now.createBuffer();
    int count = 0;
    for (int i = 0; i < COLUMNS * ROWS; i++) {
      if (changed.get(i) != 0) {
        double x = (i % COLUMNS + 0.5) * image.cols() / COLUMNS;
        double y = (Math.floorDiv(i, COLUMNS) + 0.5) * image.rows() / ROWS;
        count += known.stream().anyMatch(face -> isPerson(face, x, y)) ? 0 : 1;
      }
    }
    return count > SHARE * COLUMNS * ROWS;
  }

  /** A head with some room about it, and the shoulders below. */
  private static boolean isPerson(Box face, double x, double y) {
    return Math.abs(x - face.centerX()) < SHOULDERS * face.width()
        && y > face.y() - HAIR * face.height();
  }

  private void sample(Mat image, Mat gray) {
    resize(image, grid, size, 0, 0, INTER_NEAREST);
    cvtColor(grid, gray, COLOR_BGR2GRAY);
  }

  @Override
  public void close() {
    remembered.close();
    now.close();
    grid.close();
    size.close();
  }
}
