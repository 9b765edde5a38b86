package ferlive.app.testing;

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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a model of a few bytes that keeps the model contract, or breaks it in one place.
 *
 * <p>mean level of the face → Gemm → Softmax. As made, it says the first label of a dark face and
 * the last of a bright one.
 */
public final class TinyModel {
  private static final String LABELS =
      "[\"angry\",\"disgust\",\"fear\",\"happy\",\"neutral\",\"sad\",\"surprise\"]";
  private static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();

  private final Map<String, String> metadata =
      new LinkedHashMap<>(Map.of("fer.schema", "1", "fer.labels", LABELS, "fer.arch", "tiny"));
  private long side = 48;
  private int outputs = 7;
  private int inputType = FLOAT;
  private long batch = -1;
  private float bias;
  private float sum = 1;
  private String outputName = "probabilities";
  private boolean nanForGray;
  private boolean tellsFaces;
  private int slowness;

  public TinyModel metadata(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  public TinyModel without(String key) {
    metadata.remove(key);
    return this;
  }

  public TinyModel side(long pixels) {
    side = pixels;
    return this;
  }

  public TinyModel outputs(int count) {
    outputs = count;
    return this;
  }

  public TinyModel outputName(String name) {
    outputName = name;
    return this;
  }

  /** An element type other than float32. */
  public TinyModel inputType(TensorProto.DataType type) {
    inputType = type.getNumber();
    return this;
  }

  /** A batch size that is not free. */
  public TinyModel fixedBatch(long size) {
    batch = size;
    return this;
  }

  /** Weights that make every answer NaN. */
  public TinyModel nanWeights() {
    return bias(Float.NaN);
  }

  /** What is added to every logit. */
  public TinyModel bias(float value) {
    bias = value;
    return this;
  }

  /** What the probabilities sum to. */
  public TinyModel sum(float value) {
    sum = value;
    return this;
  }

  /** Answers with NaN for faces of a middle gray, and well for black and white ones. */
  public TinyModel nanForGrayFaces() {
    nanForGray = true;
    return this;
  }

  /** Takes bright pictures for faces and dark ones for none. */
  public TinyModel tellingFaces() {
    tellsFaces = true;
    return this;
  }

  /** So many large matrix products, some 50 ms each, come before the answer for a single face. */
  public TinyModel taking(int products) {
    slowness = products;
    return this;
  }

  public Path write(Path file) {
    try {
      return Files.write(file, proto().toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The model, to be changed further. */
  public ModelProto proto() {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .setProducerName("ferlive-test")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17))
            .setGraph(graph());
    metadata.forEach(
        (key, value) ->
            model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    return model.build();
  }

  private GraphProto graph() {
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .setName("tiny")
            .addInput(value("face", inputType, batch, 1, side, side))
            .addOutput(value(outputName, FLOAT, batch, outputs))
            .addInitializer(weights())
            .addInitializer(floats("bias", filled(bias), outputs))
            .addInitializer(floats("sum", new float[] {sum}));
    String face = "face";
    if (inputType != FLOAT) {
      graph.addNode(
          node("Cast", "cast", "face")
              .addAttribute(attribute("to", AttributeProto.AttributeType.INT).setI(FLOAT)));
      face = "cast";
    }
    graph
        .addNode(node("GlobalAveragePool", "mean", face))
        .addNode(node("Flatten", "flat", "mean"))
        .addNode(node("Gemm", "logits", "flat", "weights", "bias"));
    if (tellsFaces) {
      addFaceOutput(graph);
    }
    String logits = nanForGray ? nanForGray(graph) : slowness > 0 ? slow(graph) : "logits";
    return graph
        .addNode(node("Softmax", "softmax", logits))
        .addNode(node("Mul", outputName, "softmax", "sum"))
        .build();
  }

  private void addFaceOutput(GraphProto.Builder graph) {
    graph
        .addOutput(value("is_face", FLOAT, batch, 1))
        .addInitializer(floats("middle", new float[] {128}))
        .addNode(node("Sub", "brightness", "flat", "middle"))
        .addNode(node("Sigmoid", "is_face", "brightness"));
  }

  /** The root of a parabola that is negative from 50 to 200. */
  private static String nanForGray(GraphProto.Builder graph) {
    graph
        .addInitializer(floats("low", new float[] {50}))
        .addInitializer(floats("high", new float[] {200}))
        .addInitializer(floats("zero", new float[] {0}))
        .addNode(node("Sub", "above", "flat", "low"))
        .addNode(node("Sub", "below", "flat", "high"))
        .addNode(node("Mul", "product", "above", "below"))
        .addNode(node("Sqrt", "root", "product"))
        .addNode(node("Mul", "nothing", "root", "zero"))
        .addNode(node("Add", "shifted", "logits", "nothing"));
    return "shifted";
  }

  private String slow(GraphProto.Builder graph) {
    graph
        .addInitializer(
            TensorProto.newBuilder()
                .setName("repeats")
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(2)
                .addInt64Data(1024)
                .addInt64Data(1024))
        .addNode(node("Tile", "product0", "flat", "repeats"));
    for (int i = 0; i < slowness; i++) {
      graph.addNode(node("MatMul", "product" + (i + 1), "product" + i, "product" + i));
    }
    graph
        .addNode(node("ReduceMean", "end", "product" + slowness))
        .addNode(node("Add", "shifted", "logits", "end"));
    return "shifted";
  }

  /** From -0.05 to 0.05: the logits of a face of level 255 differ by about 12 in all. */
  private TensorProto.Builder weights() {
    float[] values = new float[outputs];
    for (int i = 0; i < outputs; i++) {
      values[i] = 0.1f * i / (outputs - 1) - 0.05f;
    }
    return floats("weights", values, 1, outputs);
  }

  private float[] filled(float value) {
    float[] values = new float[outputs];
    Arrays.fill(values, value);
    // Dark faces: the first label leads when all products are 0.
    values[0] += 3;
    return values;
  }

  private static TensorProto.Builder floats(String name, float[] values, long... shape) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(FLOAT);
    for (long size : shape) {
      tensor.addDims(size);
    }
    for (float value : values) {
      tensor.addFloatData(value);
    }
    return tensor;
  }

  private static NodeProto.Builder node(String type, String output, String... inputs) {
    return NodeProto.newBuilder()
        .setOpType(type)
        .setName(output)
        .addAllInput(Arrays.asList(inputs))
        .addOutput(output);
  }

  private static AttributeProto.Builder attribute(String name, AttributeProto.AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }

  private static ValueInfoProto value(String name, int type, long... shape) {
    TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
    for (long size : shape) {
      TensorShapeProto.Dimension.Builder dimension = dimensions.addDimBuilder();
      if (size < 0) {
        dimension.setDimParam("N");
      } else {
        dimension.setDimValue(size);
      }
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type).setShape(dimensions)))
        .build();
  }
}
