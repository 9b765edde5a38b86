package ferlive.trainer.train;

import ferlive.trainer.net.Architecture;
import ferlive.trainer.net.Head;
import ferlive.trainer.net.Network;
import ferlive.trainer.net.NetworkSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;

/** Networks with random weights. */
final class Graphs {
  private Graphs() {}

  static ComputationGraph of(Architecture architecture, int classes, long seed, Head... heads) {
    Network network =
        Network.of(
            new NetworkSpec(architecture, 48, classes, 0, Set.of(heads)),
            new Network.Training(new NoOp(), head -> 1, seed, DataType.FLOAT));
    ComputationGraph graph = new ComputationGraph(network.configuration());
    graph.init();
    return graph;
  }

  /** Parameters by key, flat, in C order. */
  static Map<String, float[]> parameters(ComputationGraph graph) {
    Map<String, float[]> all = new HashMap<>();
    graph.paramTable().forEach((key, values) -> all.put(key, values.dup('c').data().asFloat()));
    return all;
  }
}
