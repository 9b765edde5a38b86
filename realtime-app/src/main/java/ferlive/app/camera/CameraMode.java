package ferlive.app.camera;

import java.util.List;

/**
 * A kind of picture that a camera can give.
 *
 * @param format of its pixels, as the driver names it: MJPG, YUYV
 * @param width in pixels
 * @param height in pixels
 * @param fps frames per second that it can give of these, highest first; empty where it does not
 *     say
 */
public record CameraMode(String format, int width, int height, List<Double> fps) {
  public CameraMode {
    fps = List.copyOf(fps);
  }
}
