package ferlive.trainer.export;

import java.util.Arrays;

/** The operators that an exported model may hold, all of the default domain. */
public enum OnnxOp {
  ADD("Add"),
  AVERAGE_POOL("AveragePool"),
  BATCH_NORMALIZATION("BatchNormalization"),
  CONCAT("Concat"),
  CONV("Conv"),
  FLATTEN("Flatten"),
  GATHER("Gather"),
  GEMM("Gemm"),
  GLOBAL_AVERAGE_POOL("GlobalAveragePool"),
  LOG("Log"),
  MAX_POOL("MaxPool"),
  MUL("Mul"),
  REDUCE_MEAN("ReduceMean"),
  RELU("Relu"),
  RESHAPE("Reshape"),
  RESIZE("Resize"),
  SIGMOID("Sigmoid"),
  SOFTMAX("Softmax"),
  SUB("Sub");

  private final String type;

  OnnxOp(String type) {
    this.type = type;
  }

  /** Whether an operator of the default domain is among these. */
  static boolean isKnown(String type) {
    return Arrays.stream(values()).anyMatch(op -> op.type.equals(type));
  }

  /** The operator's name in a model. */
  public String type() {
    return type;
  }
}
