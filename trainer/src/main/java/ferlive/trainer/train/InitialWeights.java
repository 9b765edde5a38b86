package ferlive.trainer.train;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.net.Head;
import ferlive.trainer.net.Network;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * Weights of a trained network, from which another training may start.
 *
 * @param name of the file that they come from, for messages
 * @param architecture of that network
 * @param labels of that network, in the order of its outputs
 * @param parameters flat, in C order, under DL4J's names: {@code conv1_W}, {@code bn2_gamma}
 */
public record InitialWeights(
    String name, Architecture architecture, List<String> labels, Map<String, float[]> parameters) {
  public InitialWeights {
    labels = List.copyOf(labels);
    parameters = Map.copyOf(parameters);
  }

  /**
   * The averaged weights of a checkpoint.
   *
   * @throws TrainerException with INPUT when the file cannot be used
   */
  public static InitialWeights ofCheckpoint(Path file) {
    TrainedNetwork trained = TrainedNetwork.read(file);
    Map<String, float[]> parameters = new HashMap<>();
    trained
        .graph()
        .paramTable()
        .forEach((key, values) -> parameters.put(key, values.dup('c').data().asFloat()));
    CheckpointHeader header = trained.header();
    trained.graph().close();
    return new InitialWeights(
        file.toString(), header.spec().architecture(), header.labels(), parameters);
  }

  /** Whether there are weights of a head. */
  public boolean has(Head head) {
    return parameters.containsKey(head.output() + "_W");
  }

  /**
   * Puts the weights into a network of the same architecture, which may have more channels. Labels
   * that both know keep their part of the classifier; others, and heads that are not here, start at
   * random.
   *
   * @param own labels of the network
   * @throws TrainerException with INPUT when weights are missing or do not fit
   */
  void putInto(ComputationGraph graph, List<String> own) {
    try {
      Growth growth = new Growth(graph, parameters);
      growth.fill();
      growth.fillOutput(
          Network.OUTPUT,
          Channels.at(own.stream().mapToInt(labels::indexOf).toArray(), labels.size()));
      for (Head head : Head.values()) {
        if (has(head) && graph.getVertex(head.output()) != null) {
          growth.fillOutput(head.output(), Channels.of(head.size(), head.size()));
        }
      }
    } catch (ChannelOrigins.UnfitException e) {
      throw new TrainerException(
          ExitCode.INPUT,
          name
              + " has no "
              + e.getMessage().replace("_W", " weights")
              + " that fit the network to train",
          e);
    }
  }
}
