package ferlive.trainer.data;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.util.Arrays;

/** Gathers samples one by one into the arrays of a {@link FaceDataset}. */
final class FaceCollector {
  /** The longest array that every Java machine can make. */
  private static final int MAX_BYTES = Integer.MAX_VALUE - 8;

  private final int side;
  private final int area;
  private byte[] pixels;
  private byte[] labels;
  private byte[] splits;
  private String[] names;
  private int size;

  /**
   * @param expected number of samples to make room for at first
   */
  FaceCollector(int side, int expected) {
    int room = Math.max(expected, 16);
    this.side = side;
    area = side * side;
    pixels = new byte[bytes(room)];
    labels = new byte[room];
    splits = new byte[room];
    names = new String[room];
  }

  /** Copies a face of side×side pixels. In a plain data set the split is without meaning. */
  void add(byte[] face, int label, Split split, String name) {
    if (size == names.length) {
      grow();
    }
    System.arraycopy(face, 0, pixels, size * area, area);
    labels[size] = (byte) label;
    splits[size] = split.code();
    names[size] = name;
    size++;
  }

  int size() {
    return size;
  }

  /** The pixels of all samples; nothing may be added afterwards. */
  byte[] pixels() {
    return pixels.length == size * area ? pixels : Arrays.copyOf(pixels, size * area);
  }

  /** What else is known of all samples. */
  SampleIndex index() {
    return new SampleIndex(
        Arrays.copyOf(labels, size), Arrays.copyOf(splits, size), Arrays.copyOf(names, size));
  }

  private void grow() {
    int room = size + size / 2;
    pixels = Arrays.copyOf(pixels, bytes(room));
    labels = Arrays.copyOf(labels, room);
    splits = Arrays.copyOf(splits, room);
    names = Arrays.copyOf(names, room);
  }

  private int bytes(int samples) {
    long bytes = (long) samples * area;
    if (bytes > MAX_BYTES) {
      throw new TrainerException(
          ExitCode.INPUT,
          "%d faces of %d pixels a side are too many to hold at once".formatted(samples, side));
    }
    return (int) bytes;
  }
}
