package ferlive.app.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The size that a picture file promises, read before a decoder allocates memory for it: a file of
 * 18 kB can hold 144 million pixels.
 *
 * <p>Reads JPEG (ITU-T T.81), PNG, BMP, TIFF 6.0 and WebP headers.
 *
 * @param width in pixels
 * @param height in pixels
 */
record PictureHeader(long width, long height) {
  /** How many bytes tell the kind of a file. */
  static final int MAGIC_BYTES = 16;

  long pixels() {
    return width * height;
  }

  /** Whether a file that begins with these bytes says that it is a picture. */
  static boolean isPicture(byte[] start) {
    return isJpeg(start) || PngFile.isPng(start) || isBmp(start) || isTiff(start) || isWebp(start);
  }

  /** The header of a whole file; empty when it is no picture or its header is damaged. */
  static Optional<PictureHeader> read(byte[] file) {
    ByteBuffer data = ByteBuffer.wrap(file);
    try {
      return header(file, data).filter(size -> size.width > 0 && size.height > 0);
    } catch (IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** Whether a file is a BMP that is shorter than its own header says. */
  static boolean isCutBmp(byte[] file) {
    return isBmp(file)
        && file.length >= 6
        && ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(2) > file.length;
  }

  private static Optional<PictureHeader> header(byte[] file, ByteBuffer data) {
    if (isJpeg(file)) {
      return jpeg(data);
    }
    if (PngFile.isPng(file)) {
      return Optional.of(new PictureHeader(data.getInt(16), data.getInt(20)));
    }
    data.order(ByteOrder.LITTLE_ENDIAN);
    if (isBmp(file)) {
      return Optional.of(new PictureHeader(data.getInt(18), Math.abs((long) data.getInt(22))));
    }
    if (isTiff(file)) {
      return tiff(file[0] == 'I' ? data : data.order(ByteOrder.BIG_ENDIAN));
    }
    return isWebp(file) ? webp(file, data) : Optional.empty();
  }

  private static boolean isJpeg(byte[] file) {
    return begins(file, 0, "\u00ff\u00d8\u00ff");
  }

  private static boolean isBmp(byte[] file) {
    // The reserved words are zero, which a text that begins with BM cannot have.
    return begins(file, 0, "BM") && begins(file, 6, "\0\0\0\0");
  }

  private static boolean isTiff(byte[] file) {
    return begins(file, 0, "II*\0") || begins(file, 0, "MM\0*");
  }

  private static boolean isWebp(byte[] file) {
    return begins(file, 0, "RIFF") && begins(file, 8, "WEBP");
  }

  private static boolean begins(byte[] file, int at, String magic) {
    byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < expected.length; i++) {
      if (at + i >= file.length || file[at + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /** Walks the segments to the frame header (SOF), which holds height and width. */
  private static Optional<PictureHeader> jpeg(ByteBuffer data) {
    int at = 2;
    while (true) {
      if ((data.get(at) & 0xff) != 0xff) {
        return Optional.empty();
      }
      int marker = data.get(at + 1) & 0xff;
      if (marker == 0xff) {
        at++;
        continue;
      }
      boolean frame =
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (frame) {
        return Optional.of(new PictureHeader(data.getChar(at + 7), data.getChar(at + 5)));
      }
      at += 2 + data.getChar(at + 2);
    }
  }

  /** Reads the tags ImageWidth (256) and ImageLength (257) of the first directory. */
  private static Optional<PictureHeader> tiff(ByteBuffer data) {
    int directory = data.getInt(4);
    long width = 0;
    long height = 0;
    for (int i = 0; i < data.getChar(directory); i++) {
      int entry = directory + 2 + 12 * i;
      boolean isShort = data.getChar(entry + 2) == 3;
      long value =
          isShort ? data.getChar(entry + 8) : Integer.toUnsignedLong(data.getInt(entry + 8));
      switch (data.getChar(entry)) {
        case 256 -> width = value;
        case 257 -> height = value;
        default -> {}
      }
    }
    return Optional.of(new PictureHeader(width, height));
  }

  private static Optional<PictureHeader> webp(byte[] file, ByteBuffer data) {
    if (begins(file, 12, "VP8 ")) {
      return Optional.of(new PictureHeader(data.getChar(26) & 0x3fff, data.getChar(28) & 0x3fff));
    }
    if (begins(file, 12, "VP8L")) {
      int bits = data.getInt(21);
      return Optional.of(new PictureHeader((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1));
    }
    if (begins(file, 12, "VP8X")) {
      return Optional.of(
          new PictureHeader((data.getInt(24) & 0xffffff) + 1, (data.getInt(26) >>> 8) + 1));
    }
    return Optional.empty();
  }
}
