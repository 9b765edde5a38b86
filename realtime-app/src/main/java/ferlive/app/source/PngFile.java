package ferlive.app.source;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Whether a PNG file is whole. libpng would say so too, but on the terminal, past every log
 * setting.
 */
final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int IEND = 0x49454e44;

  private PngFile() {}

  static boolean isPng(byte[] file) {
    return file.length >= SIGNATURE.length
        && Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  /** Whether every chunk up to the end chunk is there and keeps its checksum. */
  static boolean isWhole(byte[] file) {
    ByteBuffer data = ByteBuffer.wrap(file);
    int at = SIGNATURE.length;
    // A chunk: length of its data, type, data, CRC of type and data.
    while (at <= file.length - 12) {
      int length = data.getInt(at);
      if (length < 0 || length > file.length - 12 - at) {
        return false;
      }
      CRC32 crc = new CRC32();
      crc.update(file, at + 4, 4 + length);
      if ((int) crc.getValue() != data.getInt(at + 8 + length)) {
        return false;
      }
      if (data.getInt(at + 4) == IEND) {
        return true;
      }
      at += 12 + length;
    }
    return false;
  }
}
