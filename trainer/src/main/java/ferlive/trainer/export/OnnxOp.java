package ferlive.trainer.export;

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

  /** The operator's name in a model. */
  public String type() {
    return type;
  }
}
