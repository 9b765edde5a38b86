package ferlive.app.result;

import ferlive.app.frame.Box;
import java.util.Arrays;

/**
 * Where the network looked in one face. Immutable.
 *
 * <p><b>Shape</b>: {@link #width} x {@link #height} values 0..1, row by row, over {@link #area}.
 */
public final class AttentionMap {
  private final float[] values;
  private final int width;
  private final Box area;
  private final double angle;

  /**
   * Copies the values of one face.
   *
   * @param values of all faces, one after another
   * @param offset of the face's first value
   * @param width values in a row
   * @param height rows
   * @param area that the network saw, in pixels of the frame, before it was turned upright
   * @param angle by which the area stands turned in the frame, in degrees clockwise
   */
  public AttentionMap(float[] values, int offset, int width, int height, Box area, double angle) {
    this.values = Arrays.copyOfRange(values, offset, offset + width * height);
    this.width = width;
    this.area = area;
    this.angle = angle;
  }

  public int width() {
    return width;
  }

  public int height() {
    return values.length / width;
  }

  public float get(int x, int y) {
    return values[y * width + x];
  }

  public Box area() {
    return area;
  }

  public double angle() {
    return angle;
  }
}
