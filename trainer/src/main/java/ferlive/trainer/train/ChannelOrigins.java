package ferlive.trainer.train;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.impl.MergeVertex;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Follows the channels of a narrower network through a graph of the same plan.
 *
 * <p>A layer with weights may put its channels in any order; by default the new ones come last.
 * Where maps are joined, new ones stand between: what is added to a joined map, or selects among
 * several, is put in the same order.
 */
final class ChannelOrigins {
  private final ComputationGraph graph;
  private final Map<String, float[]> known;
  private final Map<String, Channels> origins = new HashMap<>();

  /**
   * @param known the narrower network's parameters by key
   * @throws UnfitException when they are of another plan, or of a wider network
   */
  ChannelOrigins(ComputationGraph graph, Map<String, float[]> known) {
    this.graph = graph;
    this.known = known;
    for (int index : graph.topologicalSortOrder()) {
      GraphVertex vertex = graph.getVertices()[index];
      if (!vertex.isOutputVertex()) {
        origins.put(vertex.getVertexName(), follow(vertex));
      }
    }
  }

  /** Weights that do not fit; the message is their key. */
  static final class UnfitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitException(String key) {
      super(key);
    }
  }

  /** The channels that a vertex makes. */
  Channels of(GraphVertex vertex) {
    return origins.get(vertex.getVertexName());
  }

  /** The channels that a layer reads. */
  Channels read(GraphVertex vertex) {
    return of(inputs(vertex).get(0));
  }

  private List<GraphVertex> inputs(GraphVertex vertex) {
    return Arrays.stream(vertex.getInputVertices())
        .map(input -> graph.getVertices()[input.getVertexIndex()])
        .toList();
  }

  private static boolean hasWeights(GraphVertex vertex) {
    return vertex.hasLayer() && vertex.paramTable(false).containsKey("W");
  }

  private Channels follow(GraphVertex vertex) {
    if (vertex.isInputVertex()) {
      return Channels.of(1, 1);
    }
    if (hasWeights(vertex)) {
      return made(vertex.getVertexName() + "_W", read(vertex));
    }
    List<Channels> read = inputs(vertex).stream().map(this::of).toList();
    return vertex instanceof MergeVertex ? Channels.joined(read) : combined(vertex, read);
  }

  /** What a layer makes, by the size of its weights before and now. */
  private Channels made(String key, Channels read) {
    INDArray weights = graph.getParam(key);
    float[] old = known.get(key);
    if (old == null) {
      throw new UnfitException(key);
    }
    int out = (int) weights.size(weights.rank() == 2 ? 1 : 0);
    int each = Math.toIntExact(weights.length() / out / read.size() * read.before());
    if (old.length == 0 || old.length % each != 0 || old.length / each > out) {
      throw new UnfitException(key);
    }
    return Channels.of(old.length / each, out);
  }

  /** Maps put together channel by channel: those that can be must be in the order of the others. */
  private Channels combined(GraphVertex vertex, List<Channels> read) {
    List<GraphVertex> inputs = inputs(vertex);
    Channels order =
        inputs.stream()
            .filter(input -> maker(input) == null)
            .findFirst()
            .map(this::of)
            .orElse(read.get(0));
    for (GraphVertex input : inputs) {
      int times = of(input).size() / order.size();
      align(input, times == 1 ? order : Channels.joined(Collections.nCopies(times, order)));
    }
    return order;
  }

  private void align(GraphVertex vertex, Channels order) {
    if (of(vertex).isLike(order)) {
      return;
    }
    GraphVertex maker = maker(vertex);
    if (maker == null || of(maker).before() != order.before()) {
      throw new UnfitException(vertex.getVertexName());
    }
    for (GraphVertex v = vertex; v != maker; v = inputs(v).get(0)) {
      origins.put(v.getVertexName(), order);
    }
    origins.put(maker.getVertexName(), order);
  }

  /**
   * The layer with weights that alone decides on the order of a map which nobody else reads; null
   * when there is none.
   */
  private GraphVertex maker(GraphVertex vertex) {
    GraphVertex v = vertex;
    while (isReadOnce(v) && !hasWeights(v) && !v.isInputVertex() && inputs(v).size() == 1) {
      v = inputs(v).get(0);
    }
    return isReadOnce(v) && hasWeights(v) ? v : null;
  }

  private static boolean isReadOnce(GraphVertex vertex) {
    return vertex.getOutputVertices() != null && vertex.getOutputVertices().length == 1;
  }
}
