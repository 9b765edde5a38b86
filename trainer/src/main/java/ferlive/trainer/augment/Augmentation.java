package ferlive.trainer.augment;

/**
 * How far a training face is changed, each time anew. Ranges are uniform and symmetric.
 *
 * @param flip probability of a mirrored face, 0..1
 * @param shift largest shift along each axis, as a share of the side, 0..0.5
 * @param scale largest change of size: 0.15 means 0.85 to 1.15, 0..0.5
 * @param rotation largest roll in degrees, 0..45
 * @param contrast largest change of contrast about the middle gray: 0.25 means 0.75 to 1.25, 0..1
 * @param brightness largest change of brightness, as a share of the gray range, 0..0.5
 * @param erasing probability that a rectangle of 2 to 15 % of the area is made gray, 0..1
 * @param degradation what a poor camera does to a face
 */
public record Augmentation(
    double flip,
    double shift,
    double scale,
    double rotation,
    double contrast,
    double brightness,
    double erasing,
    Degradation degradation) {
  public Augmentation {
    check("flip", flip, 1);
    check("shift", shift, 0.5);
    check("scale", scale, 0.5);
    check("rotation", rotation, 45);
    check("contrast", contrast, 1);
    check("brightness", brightness, 0.5);
    check("erasing", erasing, 1);
  }

  static void check(String name, double value, double max) {
    if (!(value >= 0 && value <= max)) {
      throw new IllegalArgumentException(
          "augmentation " + name + " is " + value + ", expected 0.." + max);
    }
  }

  /** Leaves every face as it is. */
  public static Augmentation none() {
    return new Augmentation(0, 0, 0, 0, 0, 0, 0, Degradation.none());
  }

  /** What suits faces as FER2013 frames them. */
  public static Augmentation standard() {
    return new Augmentation(0.5, 0.1, 0.15, 12, 0.25, 0.12, 0, Degradation.none());
  }
}
