package ferlive.app.source;

import ferlive.app.frame.Frame;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.zip.CRC32;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Notices that a camera gives one picture again and again: 16 whole rows stay the same to the bit.
 *
 * <p>Rows of one colour only are no sign of it: a covered lens can be plain black.
 * <b>Threading</b>: confined to one thread.
 */
final class FrozenPicture {
  private static final int ROWS = 16;

  /** Who was away for so long (a suspended machine) has not watched the picture stay the same. */
  private static final long UNWATCHED_NANOS = Duration.ofSeconds(1).toNanos();

  private final long limitNanos;
  private final CRC32 hash = new CRC32();
  private long rows;
  private long since;
  private long last;

  /**
   * @param limit how long a picture may stay the same; zero for as long as it likes
   */
  FrozenPicture(Duration limit) {
    this.limitNanos = limit.toNanos();
  }

  /** Whether the picture has been the same for too long. */
  boolean isFrozen(Frame frame, long now) {
    if (limitNanos == 0) {
      return false;
    }
    long seen = hash(frame.image());
    boolean watched = now - last <= UNWATCHED_NANOS;
    last = now;
    if (seen != rows || !watched) {
      rows = seen;
      since = now;
      return false;
    }
    return now - since >= limitNanos && !isPlain(frame.image());
  }

  private long hash(Mat image) {
    hash.reset();
    for (int i = 0; i < ROWS; i++) {
      hash.update(row(image, i));
    }
    return hash.getValue();
  }

  private static boolean isPlain(Mat image) {
    for (int i = 0; i < ROWS; i++) {
      ByteBuffer row = row(image, i);
      // A row against itself, moved by a pixel.
      int shifted = (int) image.elemSize();
      if (!row.slice(shifted, row.limit() - shifted).equals(row.slice(0, row.limit() - shifted))) {
        return false;
      }
    }
    return true;
  }

  /** One of the rows that are looked at, spread over the picture's height. Not copied. */
  private static ByteBuffer row(Mat image, int index) {
    int y = (int) ((2L * index + 1) * image.rows() / (2 * ROWS));
    return image.ptr(y).capacity(image.cols() * image.elemSize()).asByteBuffer();
  }
}
