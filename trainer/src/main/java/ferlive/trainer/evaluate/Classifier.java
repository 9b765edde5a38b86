package ferlive.trainer.evaluate;

import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.metrics.Rescaling;
import java.nio.file.Path;
import java.util.List;

/**
 * A trained model that names expressions, whatever runs it.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: the caller closes it.
 */
public interface Classifier extends AutoCloseable {
  /**
   * Opens a model: a checkpoint when its name ends in {@code .ckpt}, an ONNX file otherwise.
   *
   * @param threads how many one operator may use
   * @throws ferlive.trainer.error.TrainerException with INPUT when a checkpoint cannot be used,
   *     with MODEL when an ONNX file is missing, damaged or breaks the model contract
   */
  static Classifier open(Path model, int threads) {
    return model.toString().endsWith(".ckpt")
        ? CheckpointClassifier.open(model, threads)
        : OnnxClassifier.open(model, threads);
  }

  /** Names of the classes, in the order of the outputs. */
  List<String> labels();

  /** Width and height of an input face in pixels. */
  int side();

  /** What was done to the probabilities already. */
  Rescaling rescaling();

  /**
   * Probabilities of every face.
   *
   * @param faces of {@link #side} pixels
   * @return {@code [faces][labels]}, 0..1
   * @throws ferlive.trainer.error.TrainerException with MODEL when the model fails, or gives
   *     something that is no distribution
   */
  float[][] probabilities(FaceDataset faces);

  @Override
  void close();
}
