package ferlive.app.classify;

import static ferlive.app.classify.ModelContract.ATTENTION;
import static ferlive.app.classify.ModelContract.FACE;
import static ferlive.app.classify.ModelContract.INPUT;
import static ferlive.app.classify.ModelContract.OUTPUT;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.error.Shown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds a loaded model against the model contract. Every breach is one sentence. */
final class ContractReader {
  private static final String SCHEMA = "1";
  private static final int SMALLEST_SIDE = 16;
  private static final int LARGEST_SIDE = 256;
  private static final int LARGEST_CROP = 4;
  private static final long FREE = -1;
  private static final int MOST_LABELS = 127;
  private static final int LONGEST_NAME = 64;

  private final Path file;

  ContractReader(Path file) {
    this.file = file;
  }

  /**
   * Reads the contract from metadata and graph.
   *
   * @throws AppException with MODEL when the model breaks it
   */
  ModelContract read(OrtSession session) {
    try {
      Map<String, String> metadata = session.getMetadata().getCustomMetadata();
      checkSchema(metadata);
      List<String> labels = labels(metadata);
      int side = side(session.getInputInfo());
      Map<String, NodeInfo> outputs = session.getOutputInfo();
      checkOutputs(outputs, labels.size());
      return new ModelContract(
          side,
          labels,
          architecture(metadata),
          cropSide(metadata),
          attentionSize(outputs, 3),
          attentionSize(outputs, 2),
          outputs.containsKey(FACE) ? faceThreshold(metadata) : 0);
    } catch (OrtException e) {
      throw new AppException(ExitCode.MODEL, "cannot read the metadata of model file " + file, e);
    }
  }

  private void checkSchema(Map<String, String> metadata) {
    String schema = metadata.get("fer.schema");
    if (schema == null) {
      throw broken("has no fer.schema in its metadata, so it is no model for this program");
    }
    if (!schema.equals(SCHEMA)) {
      throw broken(
          "keeps contract version %s, this program knows version %s"
              .formatted(Shown.of(schema), SCHEMA));
    }
  }

  List<String> labels(Map<String, String> metadata) {
    String json = metadata.get("fer.labels");
    if (json == null) {
      throw broken("has no fer.labels in its metadata");
    }
    List<String> labels = new ArrayList<>();
    for (JsonNode label : labelList(json)) {
      labels.add(label.asText(""));
    }
    if (labels.size() < 2 || new HashSet<>(labels).size() != labels.size()) {
      throw broken("has fer.labels that are fewer than two or not all different");
    }
    if (labels.size() > MOST_LABELS) {
      throw broken("has %d labels, expected up to %d".formatted(labels.size(), MOST_LABELS));
    }
    if (labels.stream().anyMatch(String::isBlank)) {
      throw broken("has an empty label in fer.labels");
    }
    if (labels.stream().anyMatch(label -> !isName(label))) {
      throw broken(
          "has a label of more than %d characters, or with a control character"
              .formatted(LONGEST_NAME));
    }
    return labels;
  }

  /** Labels go to windows, terminals and files. */
  private static boolean isName(String text) {
    return text.length() <= LONGEST_NAME && text.chars().noneMatch(Character::isISOControl);
  }

  private String architecture(Map<String, String> metadata) {
    String name = metadata.getOrDefault("fer.arch", "unknown");
    if (!isName(name)) {
      throw broken("has a fer.arch that is no name");
    }
    return name;
  }

  private JsonNode labelList(String json) {
    try {
      JsonNode list = new ObjectMapper().readTree(json);
      if (list.isArray()) {
        return list;
      }
    } catch (JsonProcessingException e) {
      // Said below, as for JSON that is no list.
    }
    throw broken("has fer.labels that are no JSON list");
  }

  double cropSide(Map<String, String> metadata) {
    return number(metadata, "fer.crop.side", 1, LARGEST_CROP);
  }

  /** An even chance where the model does not say. */
  double faceThreshold(Map<String, String> metadata) {
    return number(metadata, "fer.face.threshold", 0.5, 1);
  }

  private double number(Map<String, String> metadata, String key, double otherwise, int most) {
    String text = metadata.get(key);
    if (text == null) {
      return otherwise;
    }
    try {
      double value = Double.parseDouble(text);
      if (value > 0 && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    throw broken(
        "has %s %s, expected a number above 0, at most %d".formatted(key, Shown.of(text), most));
  }

  private int side(Map<String, NodeInfo> inputs) {
    if (!inputs.keySet().equals(Set.of(INPUT))) {
      throw broken(
          "has the inputs %s, expected one named %s"
              .formatted(Shown.of(inputs.keySet().toString()), INPUT));
    }
    long[] shape = floatShape("input", inputs.get(INPUT));
    boolean asAgreed = shape.length == 4 && shape[0] == FREE && shape[1] == 1;
    if (!asAgreed || shape[2] != shape[3]) {
      throw broken(
          "has an input of shape %s, expected [N,1,S,S] with N free".formatted(text(shape)));
    }
    if (shape[2] == FREE) {
      throw broken(
          "leaves the side of its faces free, expected a fixed one from %d to %d"
              .formatted(SMALLEST_SIDE, LARGEST_SIDE));
    }
    if (shape[2] < SMALLEST_SIDE || shape[2] > LARGEST_SIDE) {
      throw broken(
          "takes faces of side %d, expected %d to %d"
              .formatted(shape[2], SMALLEST_SIDE, LARGEST_SIDE));
    }
    return (int) shape[2];
  }

  private void checkOutputs(Map<String, NodeInfo> outputs, int labels) {
    if (!outputs.containsKey(OUTPUT)) {
      throw broken("has no output named " + OUTPUT);
    }
    long[] shape = floatShape("output", outputs.get(OUTPUT));
    if (shape.length != 2 || shape[1] < 0) {
      throw broken("has probabilities of shape %s, expected [N,K]".formatted(text(shape)));
    }
    if (shape[1] != labels) {
      throw broken("gives %d probabilities for %d labels".formatted(shape[1], labels));
    }
    checkOptional(outputs, ATTENTION, FREE, 1, FREE, FREE);
    checkOptional(outputs, FACE, FREE, 1);
    checkOptional(outputs, "votes", FREE, 8);
  }

  /** One that is free, or too large to be a map of a face, counts as none. */
  private int attentionSize(Map<String, NodeInfo> outputs, int axis) {
    if (!outputs.containsKey(ATTENTION)) {
      return 0;
    }
    long size = floatShape("output", outputs.get(ATTENTION))[axis];
    return size > 0 && size <= LARGEST_SIDE ? (int) size : 0;
  }

  /** Checks an output that a model may have; FREE matches any size. */
  private void checkOptional(Map<String, NodeInfo> outputs, String name, long... expected) {
    if (!outputs.containsKey(name)) {
      return;
    }
    long[] shape = floatShape("output", outputs.get(name));
    boolean fits = shape.length == expected.length;
    for (int i = 0; fits && i < shape.length; i++) {
      fits = expected[i] == FREE || shape[i] == expected[i];
    }
    if (!fits) {
      throw broken(
          "has an output %s of shape %s, expected %s".formatted(name, text(shape), text(expected)));
    }
  }

  private long[] floatShape(String role, NodeInfo node) {
    if (node.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT) {
      return tensor.getShape();
    }
    throw broken(
        "has an %s %s that is no float32 tensor".formatted(role, Shown.of(node.getName())));
  }

  private static String text(long[] shape) {
    return Arrays.toString(shape).replace("-1", "N").replace(" ", "");
  }

  private AppException broken(String fault) {
    return new AppException(ExitCode.MODEL, sentence(fault));
  }

  private String sentence(String fault) {
    return "model file " + file + " " + fault;
  }
}
