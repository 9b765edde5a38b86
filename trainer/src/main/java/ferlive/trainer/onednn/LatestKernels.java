package ferlive.trainer.onednn;

import java.util.function.Function;

/**
 * Kernels for the shape that was asked for last: a training sees the same one thousands of times.
 * Owns them. Confined to one thread.
 *
 * @param <S> the shape, with a meaning of equality
 * @param <K> the kernels
 */
public final class LatestKernels<S, K extends Kernels> {
  private final Function<S, K> maker;
  private S shape;
  private K kernels;

  /**
   * None yet.
   *
   * @param maker makes the kernels of a shape
   */
  public LatestKernels(Function<S, K> maker) {
    this.maker = maker;
  }

  /** The kernels for a shape, made anew if the last were for another, which are closed then. */
  public K of(S wanted) {
    if (!wanted.equals(shape)) {
      if (kernels != null) {
        kernels.close();
        shape = null;
      }
      kernels = maker.apply(wanted);
      shape = wanted;
    }
    return kernels;
  }
}
