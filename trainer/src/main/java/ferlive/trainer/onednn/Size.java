package ferlive.trainer.onednn;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Size of a batch of maps. */
public record Size(long count, long height, long width, long channels) {
  /** Of an array {@code [N,H,W,C]}. */
  public static Size of(INDArray maps) {
    return new Size(maps.size(0), maps.size(1), maps.size(2), maps.size(3));
  }

  /** As oneDNN counts them, whatever their order in memory: N, C, H, W. */
  long[] sizes() {
    return new long[] {count, channels, height, width};
  }
}
