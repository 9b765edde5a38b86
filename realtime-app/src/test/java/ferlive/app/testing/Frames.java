package ferlive.app.testing;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;

import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import java.nio.file.Path;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Makes frames of one pool, which it owns. */
public final class Frames implements AutoCloseable {
  private final FramePool pool = new FramePool();

  /** A picture file. */
  public Frame picture(Path file) {
    Frame frame = pool.take(0, 0, 0);
    try (Mat image = imread(file.toString())) {
      image.copyTo(frame.image());
    }
    return frame;
  }

  /** A frame of one gray level. */
  public Frame plain(int width, int height, int level) {
    return gradient(width, height, level, 0);
  }

  /** A gray frame that grows brighter from left to right by {@code step} a pixel. */
  public Frame gradient(int width, int height, int level, int step) {
    Frame frame = pool.take(0, 0, 0);
    frame.image().create(height, width, CV_8UC3);
    try (UByteIndexer pixels = frame.image().createIndexer()) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int value = Math.min(255, level + step * x);
          pixels.put(y, x, new int[] {value, value, value});
        }
      }
    }
    return frame;
  }

  /** A copy of a frame's pixels at another time of the stream. */
  public Frame copy(Frame original, long sequence, double time) {
    Frame frame = pool.take(sequence, time, 0);
    original.image().copyTo(frame.image());
    return frame;
  }

  @Override
  public void close() {
    pool.close();
  }
}
