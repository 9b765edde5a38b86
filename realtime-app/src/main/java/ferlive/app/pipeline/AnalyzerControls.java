package ferlive.app.pipeline;

import ferlive.app.error.AppException;

/**
 * What can be changed about an analysis while it goes on.
 *
 * <p><b>Threading</b>: thread-safe. What takes long is done on the calling thread, while the
 * analysis goes on as it was; the change comes into force between two frames. <b>Errors</b>: {@link
 * AppException} where something cannot be had; all stays as it was then.
 */
public interface AnalyzerControls {
  /** What it works with, or will from the next frame on. */
  AnalyzerInfo info();

  /** Goes over to the next shipped model, round and round. */
  AnalyzerInfo nextModel();

  /** Goes over to the next face detector that is there, round and round. */
  AnalyzerInfo nextDetector();

  /**
   * Has results say where the network looked, or not.
   *
   * @return whether the model can say so
   */
  boolean showAttention(boolean wanted);

  /**
   * Learns what each face looks like at rest and takes that out of its answers.
   *
   * @param seconds for how long a face is learnt; 0 to forget all
   */
  void learnNeutral(double seconds);

  /** For how long a face is learnt, in seconds; 0 when none is. */
  double neutralSeconds();
}
