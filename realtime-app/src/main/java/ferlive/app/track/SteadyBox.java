package ferlive.app.track;

import ferlive.app.frame.Box;

/** A measured box without its jitter: centre and sides, each by itself, in units of its side. */
final class SteadyBox {
  private final SteadyValue centerX;
  private final SteadyValue centerY;
  private final SteadyValue width;
  private final SteadyValue height;

  SteadyBox(Box first) {
    this.centerX = new SteadyValue(first.centerX());
    this.centerY = new SteadyValue(first.centerY());
    this.width = new SteadyValue(first.width());
    this.height = new SteadyValue(first.height());
  }

  /** Takes a box that was measured {@code seconds} after the last one; 0 changes nothing. */
  void update(Box measured, double seconds) {
    double side = side();
    centerX.update(measured.centerX(), seconds, side);
    centerY.update(measured.centerY(), seconds, side);
    width.update(measured.width(), seconds, side);
    height.update(measured.height(), seconds, side);
  }

  /** Where it is expected so many seconds after the last measurement; steadied where that is 0. */
  Box after(double seconds) {
    double side = side();
    double x = centerX.predict(seconds, side);
    double y = centerY.predict(seconds, side);
    double w = predictLength(width, seconds, side);
    double h = predictLength(height, seconds, side);
    return new Box(x - w / 2, y - h / 2, w, h);
  }

  /** A box that shrinks fast must not vanish. */
  private static double predictLength(SteadyValue length, double seconds, double side) {
    return Math.max(length.predict(seconds, side), length.value() / 2);
  }

  /** How fast it moves or grows, whichever is more, in sides per second. */
  double speed() {
    double growth = Math.max(Math.abs(width.speed()), Math.abs(height.speed()));
    return Math.max(Math.hypot(centerX.speed(), centerY.speed()), growth);
  }

  private double side() {
    return Math.sqrt(width.value() * height.value());
  }
}
