package ferlive.app.classify;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The faces that go through the network in one call.
 *
 * <p><b>Shapes</b>: up to {@value #CAPACITY} faces of side x side float32 gray levels 0..255, one
 * after another. <b>Threading</b>: confined to one thread. <b>Ownership</b>: owns one buffer for
 * life; the {@link EmotionClassifier} that made it closes it.
 */
public final class FaceBatch implements AutoCloseable {
  /** Faces that fit. */
  public static final int CAPACITY = 32;

  private final int side;
  private final FloatBuffer values;
  private final BytePointer memory;
  private final Mat all;
  private final List<Mat> slots = new ArrayList<>(CAPACITY);
  private int size;

  FaceBatch(int side) {
    this.side = side;
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(CAPACITY * side * side * Float.BYTES)
            .order(ByteOrder.nativeOrder());
    this.values = bytes.asFloatBuffer();
    this.memory = new BytePointer(bytes);
    this.all = new Mat(CAPACITY * side, side, CV_32FC1, memory);
    for (int i = 0; i < CAPACITY; i++) {
      slots.add(all.rowRange(i * side, (i + 1) * side));
    }
  }

  /** Side of a face in pixels. */
  int side() {
    return side;
  }

  /** Faces in the batch. */
  public int size() {
    return size;
  }

  /** Takes all faces out. */
  public void clear() {
    size = 0;
  }

  /** Adds a face and gives the place for its pixels: a float32 image of side x side. Borrowed. */
  Mat add() {
    if (size == CAPACITY) {
      throw new IllegalStateException("the batch is full");
    }
    return slots.get(size++);
  }

  /** The values of the first {@code count} faces, not copied. */
  FloatBuffer values(int count) {
    return values.slice(0, count * side * side);
  }

  @Override
  public void close() {
    slots.forEach(Mat::close);
    all.close();
    memory.close();
  }
}
