package ferlive.trainer.train;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.net.Head;
import ferlive.trainer.net.Network;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

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
  private static final String WEIGHTS = "_W";
  private static final String BIAS = "_b";

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

  /**
   * Puts the weights into a network of the same architecture. Labels that both know keep their part
   * of the classifier; others, and heads that are not here, start at random.
   *
   * @param own labels of the network
   * @throws TrainerException with INPUT when weights are missing or of another size
   */
  void putInto(ComputationGraph graph, List<String> own) {
    graph
        .paramTable()
        .forEach(
            (key, parameter) -> {
              String layer = key.substring(0, key.lastIndexOf('_'));
              if (layer.equals(Network.OUTPUT)) {
                putLabels(key, parameter, own);
              } else if (parameters.containsKey(key) || !isHead(layer)) {
                put(key, parameter);
              }
            });
  }

  private static boolean isHead(String layer) {
    return Arrays.stream(Head.values()).anyMatch(head -> head.output().equals(layer));
  }

  private void put(String key, INDArray parameter) {
    float[] values = parameters.get(key);
    if (values == null || values.length != parameter.length()) {
      throw unfit(key);
    }
    parameter.assign(Nd4j.create(values, parameter.shape(), 'c'));
  }

  /** One column of the classifier for each label. */
  private void putLabels(String key, INDArray parameter, List<String> own) {
    float[] values = parameters.get(key);
    int rows = key.endsWith(BIAS) ? 1 : (int) parameter.size(0);
    if (values == null || values.length != rows * labels.size()) {
      throw unfit(key);
    }
    for (int column = 0; column < own.size(); column++) {
      int from = labels.indexOf(own.get(column));
      for (int row = 0; from >= 0 && row < rows; row++) {
        parameter.putScalar(row, column, values[row * labels.size() + from]);
      }
    }
  }

  private TrainerException unfit(String key) {
    return new TrainerException(
        ExitCode.INPUT,
        name + " has no " + key.replace(WEIGHTS, " weights") + " that fit the network to train");
  }
}
