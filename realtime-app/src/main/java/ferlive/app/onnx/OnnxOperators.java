package ferlive.app.onnx;

import java.util.Set;

/**
 * The operators of the default domain that a network may use.
 *
 * <p>Those of convolutional networks, whose answer takes a time that their sizes tell. Left out are
 * control flow (Loop, If, Scan), which may never end; what makes large from small (ConstantOfShape,
 * Expand, Range, Pad), where the networks at hand do without; random numbers; text; and what opens
 * files.
 */
public enum OnnxOperators {
  /** For networks that name expressions: what the trainer exports, and others of the same kind. */
  EXPRESSION,
  /** For face detectors: BlazeFace makes its padding of constants. */
  DETECTOR;

  private static final Set<String> COMMON =
      Set.of(
          """
          Abs Add AveragePool BatchNormalization Cast Clip Concat Constant Conv DepthToSpace
          DequantizeLinear Div Dropout Elu Erf Exp Flatten Gather Gelu Gemm GlobalAveragePool
          GlobalMaxPool HardSigmoid HardSwish Identity InstanceNormalization LayerNormalization
          LeakyRelu Log LogSoftmax MatMul Max MaxPool Min Mul Neg PRelu Pow QuantizeLinear
          Reciprocal ReduceMax ReduceMean ReduceSum Relu Reshape Resize Shape Sigmoid Slice
          Softmax Softplus Split Sqrt Squeeze Sub Sum Tanh Tile Transpose Unsqueeze
          """
              .split("\\s+"));

  private static final String PADDING = "ConstantOfShape";

  /** Whether a network may use an operator. */
  boolean allows(String type) {
    return COMMON.contains(type) || (this == DETECTOR && type.equals(PADDING));
  }
}
