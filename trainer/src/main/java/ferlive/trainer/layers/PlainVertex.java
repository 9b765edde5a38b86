package ferlive.trainer.layers;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A vertex without parameters or settings: two of a class are equal. */
abstract class PlainVertex extends GraphVertex {
  private final int inputs;

  /**
   * A vertex with a fixed number of inputs.
   *
   * @param inputs how many it takes
   */
  PlainVertex(int inputs) {
    this.inputs = inputs;
  }

  // Subclasses hold no state, so the class is all there is to compare.
  @SuppressWarnings("EqualsGetClass")
  @Override
  public final boolean equals(Object other) {
    return other != null && other.getClass() == getClass();
  }

  @Override
  public final int hashCode() {
    return getClass().getName().hashCode();
  }

  @Override
  public final long numParams(boolean backprop) {
    return 0;
  }

  @Override
  public final int minVertexInputs() {
    return inputs;
  }

  @Override
  public final int maxVertexInputs() {
    return inputs;
  }

  @Override
  public final org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray paramsView,
      boolean initialize,
      DataType dataType) {
    return run(graph, name, index, dataType);
  }

  /** The vertex at work. */
  abstract PlainVertexRun run(ComputationGraph graph, String name, int index, DataType dataType);

  /** By default the type of the first input. */
  @Override
  public InputType getOutputType(int layerIndex, InputType... types) {
    return types[0];
  }

  @Override
  public final MemoryReport getMemoryReport(InputType... types) {
    return new LayerMemoryReport.Builder(
            getClass().getSimpleName(), getClass(), types[0], getOutputType(0, types))
        .standardMemory(0, 0)
        .workingMemory(0, 0, 0, 0)
        .cacheMemory(0, 0)
        .build();
  }
}
