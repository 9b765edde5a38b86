package ferlive.trainer.data;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Labelled gray faces, all in memory, in an order that is the same at every start.
 *
 * <p><b>Shapes:</b> {@link #size} samples of {@link #side}×{@link #side} pixels, row by row, one
 * after the other in one array: pixel (x, y) of sample i is at {@code (i·side + y)·side + x}.
 * <b>Units:</b> gray levels 0..255 as unsigned bytes. <b>Threading:</b> immutable, for any thread.
 * <b>Ownership:</b> {@link #pixels} is borrowed and must not be written to.
 */
public final class FaceDataset {
  private final DatasetOrigin origin;
  private final List<String> labels;
  private final int side;
  private final byte[] pixels;
  private final SampleIndex index;

  /** Takes the arrays over: nobody may write to them afterwards. */
  FaceDataset(
      DatasetOrigin origin, List<String> labels, int side, byte[] pixels, SampleIndex index) {
    if ((long) index.size() * side * side != pixels.length) {
      throw new IllegalArgumentException(
          index.size() + " samples of side " + side + " are not " + pixels.length + " bytes");
    }
    this.origin = origin;
    this.labels = List.copyOf(labels);
    this.side = side;
    this.pixels = pixels;
    this.index = index;
  }

  /**
   * Faces of noise, the same for the same seed: for measuring speed where there is no data.
   *
   * @param labels names of the classes, which take turns
   */
  public static FaceDataset noise(List<String> labels, int side, int size, long seed) {
    byte[] pixels = new byte[Math.multiplyExact(size, side * side)];
    new Random(seed).nextBytes(pixels);
    byte[] classes = new byte[size];
    String[] names = new String[size];
    for (int i = 0; i < size; i++) {
      classes[i] = (byte) (i % labels.size());
      names[i] = "noise/" + i;
    }
    return new FaceDataset(
        new DatasetOrigin("noise", DatasetForm.PLAIN, "", 0),
        labels,
        side,
        pixels,
        new SampleIndex(classes, new byte[size], names));
  }

  public DatasetOrigin origin() {
    return origin;
  }

  /** Hash of the source, for model cards; see {@link DatasetOrigin#sha256}. */
  public String sha256() {
    return origin.sha256();
  }

  /** The class names, in the order of their indices. A data set need not hold all of them. */
  public List<String> labels() {
    return labels;
  }

  /** Number of samples. */
  public int size() {
    return index.size();
  }

  /** Width and height of a face in pixels. */
  public int side() {
    return side;
  }

  /** The pixels of all samples, borrowed: read only. */
  public byte[] pixels() {
    return pixels;
  }

  /** Index into {@link #labels} of the class of a sample. */
  public int label(int sample) {
    return index.labels()[sample];
  }

  /**
   * Where a sample comes from: {@code train/angry/Training_123.jpg}, {@code fer2013.csv:17}, or
   * {@code angry/me.png} in a plain data set.
   */
  public String name(int sample) {
    return index.names()[sample];
  }

  SampleIndex index() {
    return index;
  }

  /** Hash over the pixels of a sample: equal pictures have equal ones. */
  String pixelHash(int sample) {
    int area = side * side;
    MessageDigest digest = Sha256.digest();
    digest.update(pixels, sample * area, area);
    return Sha256.hex(digest);
  }

  /** Samples of each class, in the order of {@link #labels}. */
  public int[] countPerLabel() {
    int[] counts = new int[labels.size()];
    for (byte label : index.labels()) {
      counts[label]++;
    }
    return counts;
  }

  /**
   * The samples of some splits, in the same order. A plain data set has no splits and is returned
   * whole.
   *
   * @throws TrainerException with {@link ExitCode#INPUT} when there is no such sample
   */
  public FaceDataset select(Set<Split> splits) {
    if (origin.form() == DatasetForm.PLAIN) {
      return this;
    }
    Set<Byte> codes = splits.stream().map(Split::code).collect(Collectors.toSet());
    int[] positions =
        IntStream.range(0, size()).filter(i -> codes.contains(index.splits()[i])).toArray();
    if (positions.length == 0) {
      String names = splits.stream().sorted().map(Split::label).collect(Collectors.joining(" or "));
      throw new TrainerException(
          ExitCode.INPUT, origin.name() + " holds no faces of the split " + names);
    }
    return subset(positions);
  }

  /** The same faces as a mirror shows them, left and right exchanged. */
  public FaceDataset mirrored() {
    byte[] turned = new byte[pixels.length];
    for (int row = 0; row < pixels.length; row += side) {
      for (int x = 0; x < side; x++) {
        turned[row + x] = pixels[row + side - 1 - x];
      }
    }
    return withPixels(turned);
  }

  /** Whether there are samples of a split; never in a plain data set. */
  public boolean holds(Split split) {
    byte[] splits = index.splits();
    return origin.form() != DatasetForm.PLAIN
        && IntStream.range(0, size()).anyMatch(i -> splits[i] == split.code());
  }

  /** A copy of the samples at some positions, in that order. */
  public FaceDataset subset(int[] positions) {
    int area = side * side;
    byte[] some = new byte[Math.multiplyExact(positions.length, area)];
    for (int i = 0; i < positions.length; i++) {
      System.arraycopy(pixels, positions[i] * area, some, i * area, area);
    }
    return new FaceDataset(origin, labels, side, some, index.subset(positions));
  }

  /**
   * The same samples with other pixels.
   *
   * @param changed as many gray levels, in the same order; taken over
   */
  public FaceDataset withPixels(byte[] changed) {
    return new FaceDataset(origin, labels, side, changed, index);
  }

  /** The same samples in another size: the mean over areas when smaller, linear when larger. */
  public FaceDataset resized(int newSide) {
    int area = side * side;
    byte[] changed = new byte[Math.multiplyExact(size(), newSide * newSide)];
    for (int i = 0; i < size(); i++) {
      byte[] face = Arrays.copyOfRange(pixels, i * area, (i + 1) * area);
      byte[] other = new GrayPicture(side, side, face).toSquare(newSide);
      System.arraycopy(other, 0, changed, i * newSide * newSide, newSide * newSide);
    }
    return new FaceDataset(origin, labels, newSide, changed, index);
  }
}
