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
    return stretched(side, side).pixels;
  }

  /** The same no longer than this on either side, in its own shape. */
  GrayPicture atMost(int longest) {
    double scale = (double) longest / Math.max(width, height);
    return scale >= 1
        ? this
        : stretched(
            Math.max(1, (int) Math.round(scale * width)),
            Math.max(1, (int) Math.round(scale * height)));
  }

  private GrayPicture stretched(int newWidth, int newHeight) {
    if (width == newWidth && height == newHeight) {
      return this;
    }
    Resampling down = Resampling.of(height, newHeight);
    float[] narrow = resampleRows(Resampling.of(width, newWidth), newWidth);
    byte[] other = new byte[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      int first = down.first(y);
      for (int x = 0; x < newWidth; x++) {
        float sum = 0;
        for (int i = 0; i < down.count(y); i++) {
          sum += down.weight(y, i) * narrow[(first + i) * newWidth + x];
        }
        other[y * newWidth + x] = (byte) Math.min(255, Math.round(sum));
      }
    }
    return new GrayPicture(newWidth, newHeight, other);
  }

  private float[] resampleRows(Resampling across, int newWidth) {
    float[] narrow = new float[newWidth * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < newWidth; x++) {
        float sum = 0;
        int first = across.first(x);
        for (int i = 0; i < across.count(x); i++) {
          sum += across.weight(x, i) * (pixels[y * width + first + i] & 0xff);
        }
        narrow[y * newWidth + x] = sum;
      }
    }
    return narrow;
  }
}
