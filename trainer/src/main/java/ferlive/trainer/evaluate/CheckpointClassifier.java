package ferlive.trainer.evaluate;

import ferlive.trainer.backend.Backend;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.metrics.Rescaling;
import ferlive.trainer.train.Prediction;
import ferlive.trainer.train.TrainedNetwork;
import java.nio.file.Path;
import java.util.List;

/** A checkpoint's averaged weights, run by DL4J. */
public final class CheckpointClassifier implements Classifier {
  private final TrainedNetwork trained;
  private final String name;

  private CheckpointClassifier(TrainedNetwork trained, String name) {
    this.trained = trained;
    this.name = name;
  }

  /**
   * Rebuilds the network of a checkpoint.
   *
   * @throws TrainerException with INPUT when the file is missing, damaged, or does not fit the
   *     network that it names
   */
  public static CheckpointClassifier open(Path file, int threads) {
    Backend.useThreads(threads);
    return new CheckpointClassifier(TrainedNetwork.read(file), "the checkpoint " + file);
  }

  @Override
  public List<String> labels() {
    return trained.header().labels();
  }

  @Override
  public int side() {
    return trained.header().spec().side();
  }

  @Override
  public Rescaling rescaling() {
    return Rescaling.NONE;
  }

  @Override
  public float[][] probabilities(FaceDataset faces) {
    return Probabilities.checked(Prediction.of(trained.graph(), faces), name);
  }

  @Override
  public void close() {
    trained.graph().close();
  }
}
