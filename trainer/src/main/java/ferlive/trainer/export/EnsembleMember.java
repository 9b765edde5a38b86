package ferlive.trainer.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import ferlive.trainer.data.Sha256;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.util.Map;
import java.util.Optional;

/**
 * A model that is to be part of an ensemble.
 *
 * @param file its name, without folders
 * @param sha256 of the file
 * @param model the file's content
 */
public record EnsembleMember(String file, String sha256, ModelProto model) {
  /**
   * Takes a model that keeps the contract, from its bytes.
   *
   * @throws TrainerException with MODEL when it holds what an exported model does not
   */
  public static EnsembleMember of(String file, byte[] bytes) {
    try {
      ModelProto model = ModelProto.parseFrom(bytes);
      check(file, model);
      return new EnsembleMember(file, Sha256.of(bytes), model);
    } catch (InvalidProtocolBufferException e) {
      throw refused(file, "is no ONNX file", e);
    }
  }

  private static void check(String file, ModelProto model) {
    for (OperatorSetIdProto operators : model.getOpsetImportList()) {
      if (operators.getDomain().isEmpty() && operators.getVersion() != OnnxGraph.OPSET) {
        throw refused(
            file, "is of opset " + operators.getVersion() + ", not " + OnnxGraph.OPSET, null);
      }
    }
    for (NodeProto node : model.getGraph().getNodeList()) {
      if (!node.getDomain().isEmpty() || !OnnxOp.isKnown(node.getOpType())) {
        throw refused(
            file, "has the operator " + node.getOpType() + ", which is not used here", null);
      }
    }
  }

  static TrainerException refused(String file, String fault, Exception cause) {
    return new TrainerException(ExitCode.MODEL, "the model " + file + " " + fault, cause);
  }

  Map<String, String> metadata() {
    return ModelProperties.of(model);
  }

  GraphProto graph() {
    return model.getGraph();
  }

  /** Width and height of an input face in pixels. */
  long side() {
    return dimensions(graph().getInput(0))[1];
  }

  /** Dimensions of an output after the batch, where there is such an output. */
  Optional<long[]> output(String name) {
    return graph().getOutputList().stream()
        .filter(output -> output.getName().equals(name))
        .map(EnsembleMember::dimensions)
        .findFirst();
  }

  private static long[] dimensions(ValueInfoProto value) {
    return value.getType().getTensorType().getShape().getDimList().stream()
        .skip(1)
        .mapToLong(dimension -> dimension.getDimValue())
        .toArray();
  }
}
