package ferlive.trainer.perturb;

import ferlive.trainer.data.FaceDataset;

/**
 * Another crop of the same picture, bilinear; outside of what is known the border is replicated.
 *
 * @param right how far the box is moved, in its sides
 * @param down how far the box is moved, in its sides
 * @param scale the box's side by this; above 1 the face gets smaller
 * @param degrees by which the box is turned about its centre
 */
record Crop(double right, double down, double scale, double degrees) implements Perturbation {
  static Crop moved(double right, double down) {
    return new Crop(right, down, 1, 0);
  }

  static Crop scaled(double scale) {
    return new Crop(0, 0, scale, 0);
  }

  static Crop turned(double degrees) {
    return new Crop(0, 0, 1, degrees);
  }

  @Override
  public FaceDataset apply(FaceDataset faces) {
    int side = faces.side();
    int area = side * side;
    byte[] pixels = new byte[faces.pixels().length];
    double cos = Math.cos(Math.toRadians(degrees)) * scale;
    double sin = Math.sin(Math.toRadians(degrees)) * scale;
    double centre = (side - 1) / 2.0;
    // One pixel of all faces at a time: where it comes from is the same in each.
    for (int i = 0; i < area; i++) {
      int row = i / side;
      double u = i - row * side - centre;
      double v = row - centre;
      Spot x = Spot.of(cos * u - sin * v + centre + right * side, side);
      Spot y = Spot.of(sin * u + cos * v + centre + down * side, side);
      for (int from = 0; from < pixels.length; from += area) {
        double upper = x.between(faces.pixels(), from + y.first() * side);
        double lower = x.between(faces.pixels(), from + y.second() * side);
        pixels[from + i] = Levels.level(upper + y.share() * (lower - upper));
      }
    }
    return faces.withPixels(pixels);
  }

  /**
   * A place between two pixels of a line.
   *
   * @param share of the second, 0..1
   */
  private record Spot(int first, int second, double share) {
    static Spot of(double place, int side) {
      double inside = Math.max(0, Math.min(side - 1, place));
      int first = (int) inside;
      return new Spot(first, Math.min(first + 1, side - 1), inside - first);
    }

    double between(byte[] pixels, int row) {
      int left = pixels[row + first] & 0xff;
      return left + share * ((pixels[row + second] & 0xff) - left);
    }
  }
}
