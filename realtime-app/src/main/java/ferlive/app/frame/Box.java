package ferlive.app.frame;

/**
 * An upright rectangle in pixels of the original frame. May reach beyond the frame's border.
 *
 * @param x left edge
 * @param y top edge
 * @param width in pixels, positive
 * @param height in pixels, positive
 */
public record Box(double x, double y, double width, double height) {
  public Box {
    if (!(width > 0) || !(height > 0) || !Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("not a box: " + x + "," + y + " " + width + "x" + height);
    }
  }

  /** The square of this side around a point. */
  public static Box square(double centerX, double centerY, double side) {
    return new Box(centerX - side / 2, centerY - side / 2, side, side);
  }

  public double centerX() {
    return x + width / 2;
  }

  public double centerY() {
    return y + height / 2;
  }

  public double area() {
    return width * height;
  }

  /** Area of the intersection over area of the union, 0..1. */
  public double iou(Box other) {
    double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
    double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
    if (w <= 0 || h <= 0) {
      return 0;
    }
    double common = w * h;
    return common / (area() + other.area() - common);
  }
}
