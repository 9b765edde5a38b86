package ferlive.app.onnx;

import ferlive.app.asset.AssetFile;
import ferlive.app.error.Shown;

/**
 * Reads a model's structure before native code does, and refuses what no network for this program
 * holds: weights in other files, operators that are not listed, graphs within graphs, functions,
 * endless names, fields that it does not know. Values are not looked at.
 *
 * <p>Takes a time and memory that grow with the file alone, and visits no more than six levels.
 * Source of the field numbers: onnx.proto of ONNX 1.19.
 */
public final class OnnxScan {
  private static final int LOWEST_OPSET = 9;
  private static final int HIGHEST_OPSET = 21;
  private static final int LONGEST_KEY = 256;
  private static final int LONGEST_VALUE = 64 << 10;
  private static final int MOST_ENTRIES = 256;
  private static final String DEFAULT_DOMAIN = "ai.onnx";

  private final GraphScan graph;
  private int entries;
  private boolean hasOpset;
  private boolean hasGraph;

  private OnnxScan(OnnxOperators allowed) {
    this.graph = new GraphScan(allowed);
  }

  /**
   * Checks a model.
   *
   * @throws ferlive.app.error.AppException with MODEL when it is refused
   */
  public static void check(AssetFile file, OnnxOperators allowed) {
    try {
      check(file.bytes(), allowed);
    } catch (OnnxFault e) {
      throw file.refused(e.getMessage(), e);
    }
  }

  static void check(byte[] bytes, OnnxOperators allowed) throws OnnxFault {
    OnnxScan scan = new OnnxScan(allowed);
    ProtoMessage model = ProtoMessage.of(bytes);
    while (model.next()) {
      scan.field(model);
    }
    if (!scan.hasGraph) {
      throw new OnnxFault("is damaged, or no ONNX model: it has no graph");
    }
    if (!scan.hasOpset) {
      throw new OnnxFault("does not say which version of the operators it uses");
    }
  }

  private void field(ProtoMessage model) throws OnnxFault {
    switch (model.field()) {
      // Version of the file's layout, version of the model.
      case 1, 5 -> model.number();
      // Producer, its version, the model's domain, a description.
      case 2, 3, 4, 6 -> model.text("a description", LONGEST_VALUE);
      case 7 -> {
        hasGraph = true;
        graph.check(model.content());
      }
      case 8 -> opset(model.content());
      case 14 -> {
        entries++;
        if (entries > MOST_ENTRIES) {
          throw new OnnxFault("has more than " + MOST_ENTRIES + " entries of metadata");
        }
        entry(model.content());
      }
      case 20 -> throw new OnnxFault("holds training steps, which are not allowed");
      case 25 -> throw new OnnxFault("holds functions of its own, which are not allowed");
      default ->
          throw new OnnxFault(
              "is damaged, or no ONNX model: field " + model.field() + " is not known");
    }
  }

  private void opset(ProtoMessage opset) throws OnnxFault {
    String domain = "";
    long version = 0;
    while (opset.next()) {
      switch (opset.field()) {
        case 1 -> domain = opset.text("a domain of operators", LONGEST_KEY);
        case 2 -> version = opset.number();
        default -> throw new OnnxFault("is damaged: a version of operators is not one");
      }
    }
    checkDomain(domain);
    if (version < LOWEST_OPSET || version > HIGHEST_OPSET) {
      throw new OnnxFault(
          "uses version %d of the operators, expected %d to %d"
              .formatted(version, LOWEST_OPSET, HIGHEST_OPSET));
    }
    hasOpset = true;
  }

  /** Other domains are others' code. */
  static void checkDomain(String domain) throws OnnxFault {
    if (!domain.isEmpty() && !domain.equals(DEFAULT_DOMAIN)) {
      throw new OnnxFault(
          "uses operators of the domain " + Shown.of(domain) + ", which is not allowed");
    }
  }

  /** An entry of metadata. */
  static void entry(ProtoMessage entry) throws OnnxFault {
    while (entry.next()) {
      switch (entry.field()) {
        case 1 -> entry.text("metadata with a key", LONGEST_KEY);
        case 2 -> entry.text("metadata with a value", LONGEST_VALUE);
        default -> throw new OnnxFault("is damaged: an entry of its metadata is none");
      }
    }
  }
}
