package ferlive.trainer.export;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where a converter works.
 *
 * @param onnx takes the nodes
 * @param net gives the weights
 * @param name of the vertex, and of the value that the converter makes
 * @param inputs names of the ONNX values that go in
 * @param type of the first input
 */
record Site(
    OnnxGraph onnx, ComputationGraph net, String name, List<String> inputs, InputType type) {
  String input(int i) {
    return inputs.get(i);
  }

  /** A name that nothing else uses. */
  String named(String part) {
    return name + "/" + part;
  }

  INDArray parameter(String key) {
    return net.getParam(name + "_" + key);
  }

  /** The first input as a feature map. */
  InputTypeConvolutional map() {
    return (InputTypeConvolutional) type;
  }
}
