package ferlive.trainer.train;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.net.Network;
import java.nio.file.Path;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network with the averaged weights of a checkpoint, ready to predict or to be exported.
 *
 * @param header what the checkpoint says of itself
 * @param network the graph's description
 * @param graph the graph with its weights; confined to one thread
 */
public record TrainedNetwork(CheckpointHeader header, Network network, ComputationGraph graph) {
  /**
   * Rebuilds the network of a checkpoint.
   *
   * @throws TrainerException with INPUT when the file cannot be used
   */
  public static TrainedNetwork read(Path file) {
    Checkpoint checkpoint = CheckpointFile.read(file);
    CheckpointHeader header = checkpoint.header();
    // The schedule does not matter any more, so neither does the number of steps.
    Network network = TrainingRun.network(header.spec(), header.recipe(), 1);
    ComputationGraph graph = new ComputationGraph(network.configuration());
    graph.init();
    float[] weights = checkpoint.state().average();
    if (weights.length != graph.numParams()) {
      throw new TrainerException(
          ExitCode.INPUT,
          file + " holds " + weights.length + " weights, its network has " + graph.numParams());
    }
    graph.params().assign(Nd4j.create(weights, graph.params().shape(), 'c'));
    return new TrainedNetwork(header, network, graph);
  }
}
