package ferlive.trainer.evaluate;

import ferlive.trainer.backend.Backend;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.train.Checkpoint;
import ferlive.trainer.train.CheckpointFile;
import ferlive.trainer.train.CheckpointHeader;
import ferlive.trainer.train.Prediction;
import ferlive.trainer.train.TrainingRun;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.factory.Nd4j;

/** A checkpoint's averaged weights, run by DL4J. */
public final class CheckpointClassifier implements Classifier {
  private final CheckpointHeader header;
  private final ComputationGraph graph;

  private CheckpointClassifier(CheckpointHeader header, ComputationGraph graph) {
    this.header = header;
    this.graph = graph;
  }

  /**
   * Rebuilds the network of a checkpoint.
   *
   * @throws TrainerException with INPUT when the file is missing, damaged, or does not fit the
   *     network that it names
   */
  public static CheckpointClassifier open(Path file, int threads) {
    Checkpoint checkpoint = CheckpointFile.read(file);
    CheckpointHeader header = checkpoint.header();
    float[] weights = checkpoint.state().average();
    Backend.useThreads(threads);
    // The schedule needs the length of an epoch, but nothing is trained here.
    ComputationGraph graph =
        new ComputationGraph(
            TrainingRun.network(header.spec(), header.recipe(), 1).configuration());
    graph.init();
    if (graph.params().length() != weights.length
        || header.labels().size() != header.spec().classes()) {
      graph.close();
      throw new TrainerException(
          ExitCode.INPUT,
          "the checkpoint " + file + " cannot be used: it does not fit the network it names");
    }
    graph.params().assign(Nd4j.create(weights, graph.params().shape(), 'c'));
    return new CheckpointClassifier(header, graph);
  }

  @Override
  public List<String> labels() {
    return header.labels();
  }

  @Override
  public int side() {
    return header.spec().side();
  }

  @Override
  public float[][] probabilities(FaceDataset faces) {
    return Probabilities.checked(Prediction.of(graph, faces), "the checkpoint");
  }

  @Override
  public void close() {
    graph.close();
  }
}
