package ferlive.app.onnx;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * One message of a protobuf file, read field by field where it lies: nothing is copied but text.
 *
 * <p>Confined to one thread; borrows the bytes.
 */
final class ProtoMessage {
  private static final int MOST_VARINT_BITS = 63;

  private final byte[] bytes;
  private final int end;
  private int at;
  private int field;
  private Wire wire;
  private long number;
  private ProtoMessage content;

  /** How a field is written. Groups, an old form that ONNX never had, are refused. */
  private enum Wire {
    VARINT,
    EIGHT_BYTES,
    LENGTH,
    FOUR_BYTES
  }

  private ProtoMessage(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  static ProtoMessage of(byte[] bytes) {
    return new ProtoMessage(bytes, 0, bytes.length);
  }

  /**
   * Goes to the next field.
   *
   * @return false at the end
   */
  boolean next() throws OnnxFault {
    if (at == end) {
      return false;
    }
    long tag = varint();
    long id = tag >>> 3;
    if (id < 1 || id > Integer.MAX_VALUE) {
      throw damaged();
    }
    field = (int) id;
    wire = wire((int) (tag & 7));
    switch (wire) {
      case VARINT -> number = varint();
      case EIGHT_BYTES -> skip(Long.BYTES);
      case FOUR_BYTES -> skip(Integer.BYTES);
      case LENGTH -> {
        long length = varint();
        int from = at;
        skip(length);
        content = new ProtoMessage(bytes, from, at);
      }
    }
    return true;
  }

  /** Number of the field at hand. */
  int field() {
    return field;
  }

  /** The field at hand, which is an integer. */
  long number() throws OnnxFault {
    require(Wire.VARINT);
    return number;
  }

  /** The field at hand, which is a message, a packed list or bytes. */
  ProtoMessage content() throws OnnxFault {
    require(Wire.LENGTH);
    return content;
  }

  /**
   * The field at hand, which is text.
   *
   * @param what it is, for the error
   * @param most characters that it may have
   */
  String text(String what, int most) throws OnnxFault {
    ProtoMessage text = content();
    if (text.length() > most) {
      throw new OnnxFault("has %s of more than %d bytes".formatted(what, most));
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, text.at, text.length()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new OnnxFault("has " + what + " that is no text");
    }
  }

  /** Bytes that are still to be read. */
  int length() {
    return end - at;
  }

  /** Whether the field at hand is a list of integers in one piece. */
  boolean isPacked() {
    return wire == Wire.LENGTH;
  }

  /** Reads one integer of a packed list. */
  long packedNumber() throws OnnxFault {
    return varint();
  }

  private long varint() throws OnnxFault {
    long value = 0;
    for (int shift = 0; shift <= MOST_VARINT_BITS; shift += 7) {
      if (at == end) {
        throw damaged();
      }
      byte part = bytes[at++];
      value |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw damaged();
  }

  private void skip(long length) throws OnnxFault {
    if (length < 0 || length > end - at) {
      throw damaged();
    }
    at += (int) length;
  }

  private void require(Wire expected) throws OnnxFault {
    if (wire != expected) {
      throw damaged();
    }
  }

  private static Wire wire(int code) throws OnnxFault {
    return switch (code) {
      case 0 -> Wire.VARINT;
      case 1 -> Wire.EIGHT_BYTES;
      case 2 -> Wire.LENGTH;
      case 5 -> Wire.FOUR_BYTES;
      default -> throw damaged();
    };
  }

  private static OnnxFault damaged() {
    return new OnnxFault("is damaged, or no ONNX model");
  }
}
