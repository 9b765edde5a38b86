package ferlive.trainer.testing;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model of one multiplication: the first class's logit is the mean gray level over 255, the
 * others' are 0. Each {@code with} gives a copy that differs in one thing, to break the contract.
 *
 * @param inputShape dimensions of the input; a negative one is dynamic
 * @param outputs number of probabilities
 * @param weight of every pixel in the first logit
 * @param metadata entries of the model
 */
public record ToyModel(
    String inputName,
    List<Long> inputShape,
    int outputs,
    float weight,
    Map<String, String> metadata) {
  private static final int SIDE = 8;
  private static final int PIXELS = SIDE * SIDE;

  /** Keeps the contract: 8 pixels wide, labels happy and sad. */
  public static ToyModel valid() {
    return new ToyModel(
        "face",
        List.of(-1L, 1L, (long) SIDE, (long) SIDE),
        2,
        1f / (PIXELS * 255),
        Map.of("fer.schema", "1", "fer.labels", "[\"happy\",\"sad\"]"));
  }

  public ToyModel withInputName(String name) {
    return new ToyModel(name, inputShape, outputs, weight, metadata);
  }

  public ToyModel withInputShape(Long... shape) {
    return new ToyModel(inputName, List.of(shape), outputs, weight, metadata);
  }

  public ToyModel withOutputs(int number) {
    return new ToyModel(inputName, inputShape, number, weight, metadata);
  }

  public ToyModel withWeight(float newWeight) {
    return new ToyModel(inputName, inputShape, outputs, newWeight, metadata);
  }

  /** Sets an entry, or removes it when the value is null. */
  public ToyModel withMetadata(String key, String value) {
    Map<String, String> changed = new TreeMap<>(metadata);
    changed.remove(key);
    if (value != null) {
      changed.put(key, value);
    }
    return new ToyModel(inputName, inputShape, outputs, weight, changed);
  }

  public Path write(Path file) throws IOException {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
            .setGraph(graph());
    metadata.forEach(
        (key, value) ->
            model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    return Files.write(file, model.build().toByteArray());
  }

  private GraphProto graph() {
    TensorProto.Builder weights =
        TensorProto.newBuilder()
            .setName("weights")
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .addDims(PIXELS)
            .addDims(outputs);
    for (int i = 0; i < PIXELS * outputs; i++) {
      weights.addFloatData(i % outputs == 0 ? weight : 0);
    }
    TensorProto.Builder rows =
        TensorProto.newBuilder()
            .setName("rows")
            .setDataType(TensorProto.DataType.INT64.getNumber())
            .addDims(2)
            .addInt64Data(-1)
            .addInt64Data(PIXELS);
    return GraphProto.newBuilder()
        .setName("toy")
        .addInitializer(weights)
        .addInitializer(rows)
        .addInput(value(inputName, inputShape))
        .addOutput(value("probabilities", List.of(-1L, (long) outputs)))
        .addNode(node("Reshape", "flat", inputName, "rows"))
        .addNode(node("Gemm", "logits", "flat", "weights"))
        .addNode(
            node("Softmax", "probabilities", "logits")
                .addAttribute(
                    AttributeProto.newBuilder()
                        .setName("axis")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(1)))
        .build();
  }

  private static NodeProto.Builder node(String op, String output, String... inputs) {
    return NodeProto.newBuilder().setOpType(op).addAllInput(List.of(inputs)).addOutput(output);
  }

  private static ValueInfoProto value(String name, List<Long> shape) {
    TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
    for (long size : shape) {
      TensorShapeProto.Dimension.Builder dimension = dimensions.addDimBuilder();
      if (size < 0) {
        dimension.setDimParam("batch");
      } else {
        dimension.setDimValue(size);
      }
    }
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder()
            .setElemType(TensorProto.DataType.FLOAT.getNumber())
            .setShape(dimensions)
            .build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
