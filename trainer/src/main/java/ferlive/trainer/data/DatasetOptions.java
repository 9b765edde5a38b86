package ferlive.trainer.data;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/**
 * How to open a data set.
 *
 * @param side side of the faces in pixels, 8..256; other sizes are resized
 * @param labels class names in the order of their indices, distinct, 2..127 of them
 * @param cacheDirectory where the raw bytes are kept for the next start; made when missing
 */
public record DatasetOptions(int side, List<String> labels, Path cacheDirectory) {
  public DatasetOptions {
    labels = List.copyOf(labels);
    if (side < 8 || side > 256) {
      throw new IllegalArgumentException("side is " + side + ", expected 8..256");
    }
    if (labels.size() < 2
        || labels.size() > Byte.MAX_VALUE
        || new HashSet<>(labels).size() < labels.size()) {
      throw new IllegalArgumentException("expected 2..127 distinct labels, not " + labels);
    }
  }

  /** 48 pixels, the seven expressions, unusable samples left out, the user's cache directory. */
  public static DatasetOptions defaults() {
    return new DatasetOptions(48, Expression.LABELS, CacheDirectory.ofUser());
  }

  public DatasetOptions withSide(int newSide) {
    return new DatasetOptions(newSide, labels, cacheDirectory);
  }

  /** The labels of a model that has its own. */
  public DatasetOptions withLabels(List<String> newLabels) {
    return new DatasetOptions(side, newLabels, cacheDirectory);
  }

  public DatasetOptions withCacheDirectory(Path directory) {
    return new DatasetOptions(side, labels, directory);
  }
}
