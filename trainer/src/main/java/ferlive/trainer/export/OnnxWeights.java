package ferlive.trainer.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.InvalidProtocolBufferException;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.evaluate.ModelBytes;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.train.InitialWeights;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the weights back from a model that {@link OnnxExporter} wrote. */
public final class OnnxWeights {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Parts of a layer, as the exporter names them, and as DL4J does. */
  private static final Map<String, String> PARTS =
      Map.of("w", "W", "b", "b", "gamma", "gamma", "beta", "beta", "mean", "mean", "var", "var");

  private OnnxWeights() {}

  /**
   * The weights of a model.
   *
   * @throws TrainerException with MODEL when the file is no model of this program
   */
  public static InitialWeights read(Path file) {
    ModelProto model;
    try {
      model = ModelProto.parseFrom(ModelBytes.read(file));
    } catch (InvalidProtocolBufferException e) {
      throw refused(file, "is no ONNX model", e);
    }
    Map<String, String> metadata = ModelProperties.of(model);
    Map<String, float[]> parameters = new HashMap<>();
    for (TensorProto tensor : model.getGraph().getInitializerList()) {
      int slash = tensor.getName().lastIndexOf('/');
      String part = PARTS.get(tensor.getName().substring(slash + 1));
      if (slash > 0 && part != null) {
        parameters.put(tensor.getName().substring(0, slash) + "_" + part, floats(tensor));
      }
    }
    return new InitialWeights(
        file.toString(), architecture(file, metadata), labels(file, metadata), parameters);
  }

  private static float[] floats(TensorProto tensor) {
    float[] values = new float[tensor.getRawData().size() / Float.BYTES];
    tensor
        .getRawData()
        .asReadOnlyByteBuffer()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    return values;
  }

  private static Architecture architecture(Path file, Map<String, String> metadata) {
    try {
      return Architecture.of(metadata.getOrDefault("fer.arch", "none"));
    } catch (IllegalArgumentException e) {
      throw refused(file, "is of an " + e.getMessage(), e);
    }
  }

  private static List<String> labels(Path file, Map<String, String> metadata) {
    try {
      return JSON.readValue(
          metadata.getOrDefault("fer.labels", ""), new TypeReference<List<String>>() {});
    } catch (JsonProcessingException e) {
      throw refused(file, "does not say its labels", e);
    }
  }

  private static TrainerException refused(Path file, String fault, Exception cause) {
    return new TrainerException(ExitCode.MODEL, "the model " + file + " " + fault, cause);
  }
}
