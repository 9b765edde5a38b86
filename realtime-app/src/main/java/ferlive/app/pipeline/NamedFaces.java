package ferlive.app.pipeline;

import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import java.util.List;

/**
 * The faces of a frame with their labels.
 *
 * @param result what may be shown at once: the confirmed faces
 * @param tentative faces by track number that later frames confirm or not
 */
public record NamedFaces(FrameResult result, List<FaceResult> tentative) {
  public NamedFaces {
    tentative = List.copyOf(tentative);
  }
}
