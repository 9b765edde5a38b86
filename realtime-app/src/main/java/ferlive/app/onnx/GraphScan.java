package ferlive.app.onnx;

import ferlive.app.error.Shown;

/** Looks at the nodes, constants, inputs and outputs of a model's one graph. */
final class GraphScan {
  private static final int MOST_NODES = 5_000;
  private static final int MOST_VALUES = 20_000;
  private static final int MOST_PARTS = 1_024;
  private static final int LONGEST_NAME = 512;
  private static final int LONGEST_TEXT = 64 << 10;
  private static final int LARGEST_SIZE = 1 << 24;

  private final OnnxOperators allowed;
  private int nodes;
  private int values;

  GraphScan(OnnxOperators allowed) {
    this.allowed = allowed;
  }

  /** Checks a graph. A file may have it in several pieces, which count together. */
  void check(ProtoMessage graph) throws OnnxFault {
    while (graph.next()) {
      switch (graph.field()) {
        case 1 -> {
          count(++nodes, MOST_NODES, "nodes");
          node(graph.content());
        }
        case 2, 10 -> graph.text("a graph with a text", LONGEST_TEXT);
        case 5 -> {
          count(++values, MOST_VALUES, "values");
          TensorScan.check(graph.content());
        }
        // Inputs, outputs and what lies between.
        case 11, 12, 13 -> {
          count(++values, MOST_VALUES, "values");
          value(graph.content());
        }
        case 16 -> OnnxScan.entry(graph.content());
        default -> throw unknown("a graph", graph);
      }
    }
  }

  private void node(ProtoMessage node) throws OnnxFault {
    String type = "";
    int parts = 0;
    while (node.next()) {
      count(++parts, MOST_PARTS, "parts of a node");
      switch (node.field()) {
        case 1, 2, 3 -> node.text("a node with a name", LONGEST_NAME);
        case 4 -> type = node.text("a node with a type", LONGEST_NAME);
        case 5 -> attribute(node.content());
        case 6 -> node.text("a node with a text", LONGEST_TEXT);
        case 7 -> OnnxScan.checkDomain(node.text("a node with a domain", LONGEST_NAME));
        case 9 -> OnnxScan.entry(node.content());
        default -> throw unknown("a node", node);
      }
    }
    if (!allowed.allows(type)) {
      throw new OnnxFault("uses the operator " + Shown.of(type) + ", which is not allowed");
    }
  }

  private static void attribute(ProtoMessage attribute) throws OnnxFault {
    while (attribute.next()) {
      switch (attribute.field()) {
        case 1 -> attribute.text("an attribute with a name", LONGEST_NAME);
        case 4, 9 -> attribute.text("an attribute with a text", LONGEST_NAME);
        case 5, 10 -> TensorScan.check(attribute.content());
        case 6, 11 -> throw new OnnxFault("has a graph within a node, which is not allowed");
        // A number, an integer, lists of both, the kind of the attribute.
        case 2, 3, 7, 8, 20 -> {}
        case 13 -> attribute.text("an attribute with a text", LONGEST_TEXT);
        default -> throw unknown("an attribute", attribute);
      }
    }
  }

  private static void value(ProtoMessage value) throws OnnxFault {
    while (value.next()) {
      switch (value.field()) {
        case 1 -> value.text("a value with a name", LONGEST_NAME);
        case 2 -> type(value.content());
        case 3 -> value.text("a value with a text", LONGEST_TEXT);
        case 4 -> OnnxScan.entry(value.content());
        default -> throw unknown("a value", value);
      }
    }
  }

  private static void type(ProtoMessage type) throws OnnxFault {
    while (type.next()) {
      switch (type.field()) {
        case 1 -> tensorType(type.content());
        case 6 -> type.text("a type with a text", LONGEST_TEXT);
        default -> throw new OnnxFault("has a value that is no tensor, which is not allowed");
      }
    }
  }

  private static void tensorType(ProtoMessage tensor) throws OnnxFault {
    while (tensor.next()) {
      switch (tensor.field()) {
        case 1 -> tensor.number();
        case 2 -> shape(tensor.content());
        default -> throw unknown("a tensor's type", tensor);
      }
    }
  }

  private static void shape(ProtoMessage shape) throws OnnxFault {
    int dimensions = 0;
    while (shape.next()) {
      count(++dimensions, MOST_PARTS, "dimensions of a value");
      ProtoMessage dimension = shape.content();
      while (dimension.next()) {
        boolean size = dimension.field() == 1;
        if (size && (dimension.number() < -1 || dimension.number() > LARGEST_SIZE)) {
          throw new OnnxFault(
              "has a value with a dimension of %d, expected up to %d"
                  .formatted(dimension.number(), LARGEST_SIZE));
        }
        if (!size) {
          dimension.text("a dimension with a name", LONGEST_NAME);
        }
      }
    }
  }

  private static void count(int number, int most, String what) throws OnnxFault {
    if (number > most) {
      throw new OnnxFault("has more than %d %s".formatted(most, what));
    }
  }

  private static OnnxFault unknown(String where, ProtoMessage message) {
    return new OnnxFault(
        "has %s with the field %d, which is not allowed".formatted(where, message.field()));
  }
}
