package ferlive.app.result;

import java.util.List;

/**
 * What the analysis says of one frame.
 *
 * @param frame number in its source, from 0
 * @param time seconds from the first frame by the source's own clock
 * @param width of the frame in pixels
 * @param height of the frame in pixels
 * @param faces by track number; empty when there are none
 */
public record FrameResult(
    long frame, double time, int width, int height, List<FaceResult> faces, StageTimes times) {
  public FrameResult {
    faces = List.copyOf(faces);
  }
}
