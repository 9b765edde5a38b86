package ferlive.trainer.evaluate;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.trainer.metrics.Rescaling;
import ferlive.trainer.metrics.Temperature;
import ferlive.trainer.net.Head;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a model that keeps the model contract says of itself.
 *
 * @param side of the input {@code face [N,1,side,side]}
 * @param labels names of the columns of the output {@code probabilities [N,labels]}
 * @param rescaling what it does with its probabilities already
 * @param heads its outputs beside the probabilities, {@code [N,size of the head]}
 * @param metadata all entries
 */
record OnnxContract(
    int side,
    List<String> labels,
    Rescaling rescaling,
    Set<Head> heads,
    Map<String, String> metadata) {
  static final String INPUT = "face";
  static final String OUTPUT = "probabilities";
  private static final String SCHEMA = "1";
  private static final int MIN_SIDE = 8;
  private static final int MAX_SIDE = 256;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A model breaks the contract; the message says how, and reads on after "the model FILE". */
  static final class BrokenException extends Exception {
    private static final long serialVersionUID = 1;

    BrokenException(String message) {
      super(message);
    }
  }

  OnnxContract {
    labels = List.copyOf(labels);
    heads = Set.copyOf(heads);
    metadata = Map.copyOf(metadata);
  }

  static OnnxContract of(OrtSession session) throws OrtException, BrokenException {
    Map<String, String> metadata = session.getMetadata().getCustomMetadata();
    String schema = metadata.get("fer.schema");
    if (!SCHEMA.equals(schema)) {
      throw new BrokenException(
          schema == null ? "has no metadata fer.schema" : "has an unknown fer.schema " + schema);
    }
    int side = side(session.getInputInfo());
    List<String> labels = labels(metadata.get("fer.labels"));
    long[] output = shape(session.getOutputInfo(), OUTPUT, 2);
    if (output[1] != labels.size()) {
      throw new BrokenException(
          "gives "
              + (output[1] < 0 ? "an unknown number of" : output[1])
              + " probabilities for "
              + labels.size()
              + " labels");
    }
    return new OnnxContract(side, labels, rescaling(metadata), heads(session), metadata);
  }

  private static Set<Head> heads(OrtSession session) throws OrtException, BrokenException {
    Set<Head> heads = EnumSet.noneOf(Head.class);
    for (Head head : Head.values()) {
      String output = head.output();
      if (!session.getOutputNames().contains(output)) {
        continue;
      }
      if (shape(session.getOutputInfo(), output, 2)[1] != head.size()) {
        throw new BrokenException(
            "gives another number of " + output + " for a face than " + head.size());
      }
      heads.add(head);
    }
    return heads;
  }

  private static Rescaling rescaling(Map<String, String> metadata) throws BrokenException {
    Temperature temperature;
    try {
      temperature = new Temperature(number(metadata, "fer.temperature", 1));
    } catch (IllegalArgumentException e) {
      throw new BrokenException("has a fer.temperature that is no positive number");
    }
    try {
      return new Rescaling(temperature, number(metadata, "fer.smoothing", 0));
    } catch (IllegalArgumentException e) {
      throw new BrokenException("has a fer.smoothing that is no number of 0 to 0.3");
    }
  }

  private static double number(Map<String, String> metadata, String key, double otherwise) {
    String value = metadata.get(key);
    return value == null ? otherwise : Double.parseDouble(value);
  }

  private static int side(Map<String, NodeInfo> inputs) throws BrokenException {
    if (inputs.size() != 1) {
      throw new BrokenException("has " + inputs.size() + " inputs instead of one");
    }
    long[] shape = shape(inputs, INPUT, 4);
    if (shape[1] != 1
        || shape[2] != shape[3]
        || shape[2] < MIN_SIDE
        || shape[2] > MAX_SIDE
        || shape[0] >= 0) {
      throw new BrokenException(
          "has the input shape "
              + List.of(shape[0], shape[1], shape[2], shape[3])
              + " instead of [N,1,S,S]");
    }
    return (int) shape[2];
  }

  private static long[] shape(Map<String, NodeInfo> nodes, String name, int rank)
      throws BrokenException {
    NodeInfo node = nodes.get(name);
    if (node == null) {
      throw new BrokenException("has no '" + name + "' among " + nodes.keySet());
    }
    if (!(node.getInfo() instanceof TensorInfo info)
        || info.type != OnnxJavaType.FLOAT
        || info.getShape().length != rank) {
      throw new BrokenException("has a '" + name + "' that is no float32 tensor of rank " + rank);
    }
    return info.getShape();
  }

  private static List<String> labels(String json) throws BrokenException {
    if (json == null) {
      throw new BrokenException("has no metadata fer.labels");
    }
    try {
      List<String> labels = JSON.readValue(json, new TypeReference<List<String>>() {});
      if (labels != null
          && labels.size() >= 2
          && labels.size() <= Byte.MAX_VALUE
          && labels.stream().noneMatch(label -> label == null || label.isBlank())
          && new HashSet<>(labels).size() == labels.size()) {
        return labels;
      }
    } catch (JsonProcessingException e) {
      // Told below, as a list of something else is.
    }
    throw new BrokenException("has fer.labels that are no list of 2 to 127 distinct names");
  }
}
