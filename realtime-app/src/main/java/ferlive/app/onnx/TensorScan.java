package ferlive.app.onnx;

import java.util.Map;

/**
 * Looks at the constants of a model: all of their data must be in the file, and fit their shape.
 */
final class TensorScan {
  private static final int LONGEST_NAME = 512;
  private static final int MOST_DIMENSIONS = 8;
  private static final long MOST_ELEMENTS = 1 << 26;

  /** Bytes of an element, by ONNX's number of its type. Text has no place in these networks. */
  private static final Map<Long, Integer> BYTES =
      Map.of(1L, 4, 2L, 1, 3L, 1, 6L, 4, 7L, 8, 9L, 1, 10L, 2, 11L, 8);

  private long elements = 1;
  private int dimensions;
  private long type;
  private int raw = -1;
  private int data;

  private TensorScan() {}

  /** Checks one constant. */
  static void check(ProtoMessage tensor) throws OnnxFault {
    TensorScan scan = new TensorScan();
    while (tensor.next()) {
      scan.field(tensor);
    }
    scan.checkSize();
  }

  private void field(ProtoMessage tensor) throws OnnxFault {
    switch (tensor.field()) {
      case 1 -> sizes(tensor);
      case 2 -> type = tensor.number();
      // Data by type: floats, 32-bit, 64-bit, doubles, unsigned.
      case 4, 5, 7, 10, 11 -> data += tensor.isPacked() ? tensor.content().length() : 1;
      case 8 -> tensor.text("a constant with a name", LONGEST_NAME);
      case 9 -> raw = tensor.content().length();
      case 12 -> tensor.content();
      case 13 -> throw new OnnxFault("keeps weights in another file, which is not allowed");
      case 14 -> {
        if (tensor.number() != 0) {
          throw new OnnxFault("keeps weights in another file, which is not allowed");
        }
      }
      default ->
          throw new OnnxFault(
              "has a constant with the field " + tensor.field() + ", which is not allowed");
    }
  }

  private void sizes(ProtoMessage tensor) throws OnnxFault {
    if (!tensor.isPacked()) {
      size(tensor.number());
      return;
    }
    ProtoMessage list = tensor.content();
    while (list.length() > 0) {
      size(list.packedNumber());
    }
  }

  private void size(long size) throws OnnxFault {
    dimensions++;
    if (dimensions > MOST_DIMENSIONS || size < 0 || size > MOST_ELEMENTS) {
      throw tooLarge();
    }
    elements *= size;
    if (elements > MOST_ELEMENTS) {
      throw tooLarge();
    }
  }

  private void checkSize() throws OnnxFault {
    Integer bytes = BYTES.get(type);
    if (bytes == null) {
      throw new OnnxFault("has a constant of the type " + type + ", which is not allowed");
    }
    // Typed data takes a byte an element at the least; native code counts it again.
    boolean fits = raw >= 0 ? raw == elements * bytes && data == 0 : data >= elements;
    if (!fits) {
      throw new OnnxFault("has a constant whose data does not fit its shape");
    }
  }

  private static OnnxFault tooLarge() {
    return new OnnxFault("has a constant of more than 67 million numbers or 8 dimensions");
  }
}
