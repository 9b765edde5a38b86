package ferlive.trainer.data;

/** A gray picture. Levels 0..255 as unsigned bytes, row by row; the array is borrowed. */
final class GrayPicture {
  private final int width;
  private final int height;
  private final byte[] pixels;

  GrayPicture(int width, int height, byte[] pixels) {
    if (pixels.length != width * height) {
      throw new IllegalArgumentException(width + "x" + height + " is not " + pixels.length);
    }
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** A square part. */
  GrayPicture crop(int left, int top, int side) {
    byte[] part = new byte[side * side];
    for (int y = 0; y < side; y++) {
      System.arraycopy(pixels, (top + y) * width + left, part, y * side, side);
    }
    return new GrayPicture(side, side, part);
  }

  /** Stretched to a square: a face crop that is not square loses nothing that way. */
  byte[] toSquare(int side) {
    if (width == side && height == side) {
      return pixels;
    }
    Resampling down = Resampling.of(height, side);
    float[] narrow = resampleRows(Resampling.of(width, side), side);
    byte[] square = new byte[side * side];
    for (int y = 0; y < side; y++) {
      int first = down.first(y);
      for (int x = 0; x < side; x++) {
        float sum = 0;
        for (int i = 0; i < down.count(y); i++) {
          sum += down.weight(y, i) * narrow[(first + i) * side + x];
        }
        square[y * side + x] = (byte) Math.min(255, Math.round(sum));
      }
    }
    return square;
  }

  private float[] resampleRows(Resampling across, int side) {
    float[] narrow = new float[side * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < side; x++) {
        float sum = 0;
        int first = across.first(x);
        for (int i = 0; i < across.count(x); i++) {
          sum += across.weight(x, i) * (pixels[y * width + first + i] & 0xff);
        }
        narrow[y * side + x] = sum;
      }
    }
    return narrow;
  }
}
