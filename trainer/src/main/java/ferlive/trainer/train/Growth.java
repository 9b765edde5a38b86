package ferlive.trainer.train;

import ferlive.trainer.train.ChannelOrigins.UnfitException;
import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Puts the weights of a network into one of the same plan that may have more channels. It then
 * gives the same answers: the new channels start at random, and what was there before does not hear
 * them yet.
 *
 * <p>Source of the idea to grow a trained network without changing its answers: Chen et al. 2016,
 * arXiv 1511.05641, who copy channels instead.
 */
final class Growth {
  private static final Channels ONE = Channels.of(1, 1);

  private final ComputationGraph graph;
  private final Map<String, float[]> known;
  private final ChannelOrigins origins;

  /**
   * @param known the narrower network's parameters by key, flat, in C order
   * @throws UnfitException when they are of another plan, or of a wider network
   */
  Growth(ComputationGraph graph, Map<String, float[]> known) {
    this.graph = graph;
    this.known = known;
    this.origins = new ChannelOrigins(graph, known);
  }

  /**
   * Fills every layer but the outputs.
   *
   * @throws UnfitException for a parameter that is missing or of another size
   */
  void fill() {
    for (GraphVertex vertex : graph.getVertices()) {
      if (vertex.hasLayer() && !vertex.isOutputVertex()) {
        fill(vertex, origins.of(vertex));
      }
    }
  }

  /**
   * Fills an output layer.
   *
   * @param columns its outputs
   * @throws UnfitException for a parameter that is missing or of another size
   */
  void fillOutput(String layer, Channels columns) {
    fill(graph.getVertex(layer), columns);
  }

  private void fill(GraphVertex vertex, Channels made) {
    for (Map.Entry<String, INDArray> parameter : vertex.paramTable(false).entrySet()) {
      INDArray target = parameter.getValue();
      boolean weights = parameter.getKey().equals("W");
      Channels read = weights ? origins.read(vertex) : ONE;
      String key = vertex.getVertexName() + "_" + parameter.getKey();
      float[] old = known.get(key);
      int taps = Math.toIntExact(target.length() / made.size() / read.size());
      if (old == null || old.length != (long) made.before() * read.before() * taps) {
        throw new UnfitException(key);
      }
      float[] values = target.dup('c').data().asFloat();
      // Dense layers keep what they read first, convolutions what they make.
      boolean dense = weights && target.rank() == 2;
      for (int m = 0; m < made.size(); m++) {
        for (int r = 0; r < read.size() && !made.isNew(m); r++) {
          int to = (dense ? r * made.size() + m : m * read.size() + r) * taps;
          if (read.isNew(r)) {
            Arrays.fill(values, to, to + taps, 0);
          } else {
            int from = origin(made, m, read, r, dense) * taps;
            System.arraycopy(old, from, values, to, taps);
          }
        }
      }
      target.assign(Nd4j.create(values, target.shape(), 'c'));
    }
  }

  private static int origin(Channels made, int m, Channels read, int r, boolean dense) {
    return dense
        ? read.origin(r) * made.before() + made.origin(m)
        : made.origin(m) * read.before() + read.origin(r);
  }
}
