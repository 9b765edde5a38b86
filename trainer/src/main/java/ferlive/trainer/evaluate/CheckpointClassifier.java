package ferlive.trainer.evaluate;

import ferlive.trainer.backend.Backend;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.metrics.Rescaling;
import ferlive.trainer.net.Head;
import ferlive.trainer.train.Prediction;
import ferlive.trainer.train.TrainedNetwork;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

  /**
   * What each head answers for each picture.
   *
   * @param faces of {@link #side} pixels
   * @return {@code [faces][size of the head]}, 0..1
   */
  public Map<Head, float[][]> heads(FaceDataset faces) {
    List<float[][]> outputs = Prediction.outputs(trained.graph(), faces);
    Map<Head, float[][]> answers = new EnumMap<>(Head.class);
    // The probabilities come first.
    int next = 1;
    for (Head head : trained.header().spec().heads()) {
      answers.put(head, outputs.get(next++));
    }
    return answers;
  }

  @Override
  public void close() {
    trained.graph().close();
  }
}
