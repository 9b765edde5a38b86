package ferlive.app.testing;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TrainingInfoProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Models that a stranger might send, each with the part of the sentence that it is refused with.
 *
 * <p>All but the damaged ones are {@link TinyModel} with one thing changed.
 */
public final class BadModels {
  /** What a model that reads files would give away. */
  public static final String CANARY = "canary-7f3a";

  /** Name of the file beside the models that holds the canary. */
  public static final String CANARY_FILE = "canary.bin";

  private static final int DEEP = 300;

  private final List<BadModel> all = new ArrayList<>();

  private BadModels() {}

  /**
   * A model that must be refused.
   *
   * @param name of the file, without {@code .onnx}
   * @param fault part of the sentence
   */
  public record BadModel(String name, ByteString bytes, String fault) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** All of them, the same on every call. */
  public static List<BadModel> all() {
    BadModels models = new BadModels();
    models.addDamaged();
    models.addOtherFiles();
    models.addStrangeParts();
    models.addOperators();
    models.addTooLarge();
    models.addBreaches();
    return models.all;
  }

  private void addDamaged() {
    byte[] good = new TinyModel().proto().toByteArray();
    byte[] garbage = new byte[4096];
    new Random(1).nextBytes(garbage);
    byte[] followed = Arrays.copyOf(good, good.length + 16);
    Arrays.fill(followed, good.length, followed.length, (byte) 0xff);
    add("empty", new byte[0], "it has no graph");
    add("garbage", garbage, "is damaged");
    add("half", Arrays.copyOf(good, good.length / 2), "is damaged");
    add("trailing-garbage", followed, "is damaged");
    add("text", "not a model at all".getBytes(StandardCharsets.UTF_8), "damaged");
    add("group", new byte[] {0x0b, 0x0c}, "is damaged");
    add("length-beyond-the-file", new byte[] {0x3a, (byte) 0xff, 0x7f, 1}, "is damaged");
    add("endless-number", filled(64, 0x80), "is damaged");
  }

  private void addOtherFiles() {
    String fault = "keeps weights in another file";
    add("external-absolute", external("/etc/passwd", null), fault);
    add("external-parent", external("../" + CANARY_FILE, null), fault);
    add("external-link", external("link.bin", null), fault);
    add("external-beside", external(CANARY_FILE, null), fault);
    add("external-beyond-its-end", external(CANARY_FILE, "1000000000000"), fault);
    add(
        "external-without-entries",
        weights(weights -> weights.clearFloatData().setDataLocation(DataLocation.EXTERNAL)),
        fault);
    add(
        "external-in-an-attribute",
        node(
            NodeProto.newBuilder()
                .setOpType("Constant")
                .addOutput("c")
                .addAttribute(
                    AttributeProto.newBuilder()
                        .setName("value")
                        .setType(AttributeType.TENSOR)
                        .setT(externalTensor(CANARY_FILE, null)))),
        fault);
  }

  private void addStrangeParts() {
    add("functions", model(m -> m.addFunctions(FunctionProto.getDefaultInstance())), "functions");
    add(
        "training",
        model(m -> m.addTrainingInfo(TrainingInfoProto.getDefaultInstance())),
        "training steps");
    add("opset-99", model(m -> m.getOpsetImportBuilder(0).setVersion(99)), "version 99");
    add("opset-missing", model(ModelProto.Builder::clearOpsetImport), "which version");
    add(
        "domain-imported",
        model(m -> m.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("com.example"))),
        "domain com.example");
    add(
        "sparse-weights",
        graph(g -> g.addSparseInitializer(SparseTensorProto.getDefaultInstance())),
        "the field 15");
    add("nested-graphs", nestedGraphs(), "a graph within a node");
    add("nested-types", nestedTypes(), "is no tensor");
    add(
        "text-weights",
        weights(
            w ->
                w.clearFloatData()
                    .setDataType(DataType.STRING.getNumber())
                    .addStringData(ByteString.copyFromUtf8("x"))),
        "which is not allowed");
    add(
        "second-graph",
        joined(
            new TinyModel().proto(),
            ModelProto.newBuilder().setGraph(GraphProto.newBuilder().addNode(op("Loop"))).build()),
        "operator Loop");
    add("unknown-field", joined(new TinyModel().proto(), 0x78, 1), "field 15 is not known");
  }

  private void addOperators() {
    for (String type :
        List.of("Loop", "If", "Scan", "SequenceMap", "RandomNormal", "ImageDecoder")) {
      add("operator-" + type, node(op(type)), "uses the operator " + type);
    }
    add("operator-of-a-domain", node(op("Relu").setDomain("com.example")), "domain com.example");
    add("operator-with-escapes", node(op("\u001b[2J\nLoop")), "operator ?[2J?Loop");
    add("endless-loop", node(endlessLoop()), "a graph within a node");
    add("constant-of-4-tb", node(op("ConstantOfShape")), "operator ConstantOfShape");
  }

  private void addTooLarge() {
    add(
        "huge-dimensions",
        weights(w -> w.clearDims().addDims(1L << 31).addDims(1L << 31)),
        "67 million numbers");
    add("negative-dimension", weights(w -> w.clearDims().addDims(-4)), "67 million numbers");
    add("many-dimensions", weights(w -> w.addAllDims(Collections.nCopies(9, 1L))), "8 dim");
    add(
        "data-that-does-not-fit",
        weights(w -> w.clearFloatData().setRawData(ByteString.copyFrom(new byte[5]))),
        "does not fit its shape");
    add("data-missing", weights(TensorProto.Builder::clearFloatData), "does not fit its shape");
    add(
        "many-nodes",
        graph(
            g -> {
              for (int i = 0; i < 6000; i++) {
                g.addNode(op("Relu"));
              }
            }),
        "more than 5000 nodes");
    add("long-name", node(op("Relu").setName("n".repeat(1 << 20))), "more than 512 bytes");
    add(
        "long-labels",
        new TinyModel().metadata("fer.labels", "x".repeat(10 << 20)).proto().toByteArray(),
        "metadata with a value of more than 65536 bytes");
    add(
        "much-metadata",
        model(
            m -> {
              for (int i = 0; i < 300; i++) {
                m.addMetadataProps(StringStringEntryProto.newBuilder().setKey("k" + i));
              }
            }),
        "more than 256 entries");
    add("wide-input", new TinyModel().side(1L << 31), "a dimension of 2147483648");
  }

  private void addBreaches() {
    add("int64-input", new TinyModel().inputType(DataType.INT64), "no float32 tensor");
    add("colour-input", graph(g -> channels(g, 3, 224)), "no ONNX model that can be run");
    add("two-inputs", graph(g -> g.addInput(g.getInput(0).toBuilder().setName("more"))), "inputs");
    add("fixed-batch", new TinyModel().fixedBatch(1), "expected [N,1,S,S]");
    add("eight-outputs", new TinyModel().outputs(8), "8 probabilities for 7 labels");
    add("no-schema", new TinyModel().without("fer.schema"), "has no fer.schema");
    add("other-schema", new TinyModel().metadata("fer.schema", "\u001b[31m9"), "version ?[31m9");
    add("no-labels", new TinyModel().without("fer.labels"), "has no fer.labels");
    add(
        "same-labels",
        new TinyModel().metadata("fer.labels", "[\"a\",\"a\"]"),
        "not all different");
    add("label-with-escapes", labels("a\\u001b[2J"), "control character");
    add("long-label", labels("a".repeat(65)), "more than 64 characters");
    add("arch-with-escapes", new TinyModel().metadata("fer.arch", "a\nb"), "fer.arch");
    add("nan-weights", new TinyModel().nanWeights(), "NaN");
    add("infinite-bias", new TinyModel().bias(Float.POSITIVE_INFINITY), "NaN");
    add("logits", new TinyModel().sum(3), "which is no probability");
    add("half-probabilities", new TinyModel().sum(0.5f), "sum to 0.500");
    add("no-output", new TinyModel().outputName("scores"), "no output named probabilities");
  }

  private static TinyModel labels(String first) {
    return new TinyModel().outputs(2).metadata("fer.labels", "[\"" + first + "\",\"b\"]");
  }

  private static void channels(GraphProto.Builder graph, long channels, long side) {
    var shape = graph.getInputBuilder(0).getTypeBuilder().getTensorTypeBuilder().getShapeBuilder();
    shape.getDimBuilder(1).setDimValue(channels);
    shape.getDimBuilder(2).setDimValue(side);
    shape.getDimBuilder(3).setDimValue(side);
  }

  private static NodeProto.Builder op(String type) {
    return NodeProto.newBuilder().setOpType(type).addInput("face").addOutput("out-" + type);
  }

  /** Runs its body, which is empty, 2^63 times. */
  private static NodeProto.Builder endlessLoop() {
    return op("Loop")
        .addAttribute(
            AttributeProto.newBuilder()
                .setName("body")
                .setType(AttributeType.GRAPH)
                .setG(GraphProto.newBuilder().setName("body")));
  }

  private static byte[] nestedGraphs() {
    GraphProto graph = GraphProto.newBuilder().setName("innermost").build();
    for (int i = 0; i < DEEP; i++) {
      AttributeProto.Builder body =
          AttributeProto.newBuilder().setName("b").setType(AttributeType.GRAPH).setG(graph);
      graph = GraphProto.newBuilder().addNode(op("If").addAttribute(body)).build();
    }
    GraphProto nested = graph;
    return graph(g -> g.addAllNode(nested.getNodeList()));
  }

  private static byte[] nestedTypes() {
    TypeProto type = TypeProto.getDefaultInstance();
    for (int i = 0; i < DEEP; i++) {
      type =
          TypeProto.newBuilder()
              .setSequenceType(TypeProto.Sequence.newBuilder().setElemType(type))
              .build();
    }
    TypeProto nested = type;
    return graph(g -> g.addValueInfo(ValueInfoProto.newBuilder().setName("v").setType(nested)));
  }

  private static byte[] external(String location, String offset) {
    return graph(g -> g.setInitializer(0, externalTensor(location, offset)));
  }

  private static TensorProto externalTensor(String location, String offset) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName("weights")
            .setDataType(DataType.FLOAT.getNumber())
            .addDims(1)
            .addDims(7)
            .setDataLocation(DataLocation.EXTERNAL)
            .addExternalData(entry("location", location));
    if (offset != null) {
      tensor.addExternalData(entry("offset", offset)).addExternalData(entry("length", offset));
    }
    return tensor.build();
  }

  private static StringStringEntryProto.Builder entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value);
  }

  private static byte[] model(Consumer<ModelProto.Builder> change) {
    ModelProto.Builder model = new TinyModel().proto().toBuilder();
    change.accept(model);
    return model.build().toByteArray();
  }

  private static byte[] graph(Consumer<GraphProto.Builder> change) {
    return model(m -> change.accept(m.getGraphBuilder()));
  }

  private static byte[] node(NodeProto.Builder node) {
    return graph(g -> g.addNode(node));
  }

  private static byte[] weights(Consumer<TensorProto.Builder> change) {
    return graph(g -> change.accept(g.getInitializerBuilder(0)));
  }

  private static byte[] joined(ModelProto first, ModelProto second) {
    return first.toByteString().concat(second.toByteString()).toByteArray();
  }

  private static byte[] joined(ModelProto first, int... bytes) {
    byte[] all = first.toByteArray();
    byte[] joined = Arrays.copyOf(all, all.length + bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      joined[all.length + i] = (byte) bytes[i];
    }
    return joined;
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private void add(String name, TinyModel model, String fault) {
    add(name, model.proto().toByteArray(), fault);
  }

  private void add(String name, byte[] bytes, String fault) {
    all.add(new BadModel(name, ByteString.copyFrom(bytes), fault));
  }
}
