package ferlive.trainer.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * Every own layer and vertex against numeric gradients, in double precision, and in floats, where
 * oneDNN computes, against doubles, where ND4J does.
 */
class GradientCheckTest {
  private static final int SIDE = 6;
  private static final int BATCH = 3;
  private static final int CLASSES = 3;
  private static final double EPSILON = 1e-6;
  private static final double MAX_RELATIVE_ERROR = 1e-5;
  private static final double MIN_ABSOLUTE_ERROR = 1e-9;

  @BeforeAll
  static void useDoubles() {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
  }

  @AfterAll
  static void useFloats() {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
  }

  static Stream<Arguments> graphs() {
    return Stream.of(
        graph(
            "convolution 1x1 with bias",
            g -> {
              g.addLayer("x", FastConvolution.of(4, 1, 1, true), "tanh");
            }),
        graph(
            "convolution 3x3",
            g -> {
              g.addLayer("x", FastConvolution.of(4, 3, 1, false), "tanh");
            }),
        graph(
            "convolution 5x5 stride 2 with bias",
            g -> {
              g.addLayer("x", FastConvolution.of(4, 5, 2, true), "tanh");
            }),
        graph(
            "sigmoid",
            g -> {
              g.addLayer("x", FastActivation.sigmoid(), "tanh");
            }),
        graph(
            "ReLU",
            g -> {
              g.addLayer("x", FastActivation.relu(), "tanh");
            }),
        graph(
            "batch normalisation",
            g -> {
              g.addLayer("x", FastBatchNorm.linear(), "tanh");
            }),
        graph(
            "batch normalisation with ReLU",
            g -> {
              g.addLayer("x", FastBatchNorm.relu(), "tanh");
            }),
        graph(
            "channel scale",
            g -> {
              g.addVertex("means", new GlobalAverageVertex(), "tanh");
              g.addLayer("weights", dense(4, Activation.SIGMOID), "means");
              g.addVertex("x", new ChannelScaleVertex(), "tanh", "weights");
            }),
        graph(
            "residual gate",
            g -> {
              g.addLayer("raw", FastConvolution.of(4, 1, 1, true), "tanh");
              g.addLayer("gates", new ActivationLayer(Activation.SIGMOID), "raw");
              g.addVertex("x", new ResidualGateVertex(), "tanh", "gates");
            }),
        graph(
            "selection of branches",
            g -> {
              g.addLayer("a", FastConvolution.of(4, 1, 1, true), "tanh");
              g.addLayer("b", FastConvolution.of(4, 3, 1, true), "tanh");
              g.addVertex("means", new GlobalAverageVertex(), "b");
              g.addLayer("logits", dense(12, Activation.IDENTITY), "means");
              g.addVertex("x", new SelectVertex(), "a", "b", "tanh", "logits");
            }),
        graph(
            "upsampling",
            g -> {
              g.addLayer("x", FastUpsampling.of(2), "tanh");
            }));
  }

  private static Arguments graph(String what, Consumer<GraphBuilder> body) {
    return Arguments.of(what, body);
  }

  private static DenseLayer dense(int size, Activation activation) {
    return new DenseLayer.Builder().nOut(size).activation(activation).build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("graphs")
  void backward_matchesNumericGradientsOf(String what, Consumer<GraphBuilder> body) {
    ComputationGraph net = net(body, DataType.DOUBLE);

    boolean passed =
        GradientCheckUtil.checkGradients(
            new GradientCheckUtil.GraphConfig()
                .net(net)
                .epsilon(EPSILON)
                .maxRelError(MAX_RELATIVE_ERROR)
                .minAbsoluteError(MIN_ABSOLUTE_ERROR)
                .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)
                .inputs(new INDArray[] {faces()})
                .labels(new INDArray[] {labels()})
                .excludeParams(runningStatistics(net)));

    assertThat(passed).as(what).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("graphs")
  void backward_givesInFloatsWhatItGivesInDoublesFor(String what, Consumer<GraphBuilder> body) {
    ComputationGraph doubles = net(body, DataType.DOUBLE);
    ComputationGraph floats = net(body, DataType.FLOAT);
    floats.params().assign(doubles.params().castTo(DataType.FLOAT));

    INDArray expected = gradients(doubles, DataType.DOUBLE);
    INDArray actual = gradients(floats, DataType.FLOAT).castTo(DataType.DOUBLE);

    assertThat(floats.score()).isCloseTo(doubles.score(), within(1e-5));
    assertThat(expected.sub(actual).amaxNumber().doubleValue())
        .as(what)
        .isLessThan(1e-4 * expected.amaxNumber().doubleValue());
  }

  private static INDArray gradients(ComputationGraph net, DataType type) {
    net.setInputs(faces().castTo(type));
    net.setLabels(labels().castTo(type));
    net.computeGradientAndScore();
    return net.getFlattenedGradients();
  }

  /** Their "gradients" are moves of a running mean, not derivatives. */
  private static Set<String> runningStatistics(ComputationGraph net) {
    Map<String, INDArray> parameters = net.paramTable();
    return parameters.keySet().stream()
        .filter(name -> name.endsWith("_mean") || name.endsWith("_var"))
        .collect(Collectors.toSet());
  }

  private static ComputationGraph net(Consumer<GraphBuilder> body, DataType type) {
    GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .seed(11)
            .dataType(type)
            .updater(new NoOp())
            .weightInit(WeightInit.XAVIER)
            .graphBuilder()
            .addInputs("in")
            .setInputTypes(InputType.convolutional(SIDE, SIDE, 2, CNN2DFormat.NHWC));
    // A layer with parameters below the one under test, so that its input gradient counts, and
    // tanh, because kinks of ReLU would upset numeric differences.
    graph.addLayer("below", FastConvolution.of(4, 3, 1, true), "in");
    graph.addLayer("tanh", new ActivationLayer(Activation.TANH), "below");
    body.accept(graph);
    graph.addVertex("top", new GlobalAverageVertex(), "x");
    graph.addLayer(
        "out",
        new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
            .nOut(CLASSES)
            .activation(Activation.SOFTMAX)
            .build(),
        "top");
    ComputationGraph net = new ComputationGraph(graph.setOutputs("out").build());
    net.init();
    return net;
  }

  private static INDArray faces() {
    Nd4j.getRandom().setSeed(5);
    return Nd4j.randn(DataType.DOUBLE, BATCH, SIDE, SIDE, 2);
  }

  private static INDArray labels() {
    INDArray labels = Nd4j.zeros(DataType.DOUBLE, BATCH, CLASSES);
    for (int i = 0; i < BATCH; i++) {
      labels.putScalar(i, i % CLASSES, 0.8);
      labels.putScalar(i, (i + 1) % CLASSES, 0.2);
    }
    return labels;
  }
}
