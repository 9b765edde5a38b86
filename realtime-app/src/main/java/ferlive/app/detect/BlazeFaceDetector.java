package ferlive.app.detect;

import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import ferlive.app.frame.Frame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds faces with BlazeFace (Bazarevsky et al. 2019, arXiv 1907.05047): the network for small
 * faces scans the frame, the one for large faces follows each on a crop around its last box, where
 * it is large.
 *
 * <p>The two were trained apart and err apart, so a find counts when both are sure of it together,
 * or the second one alone. On 4,140 views of face-free photographs the scanning network saw 142
 * faces at 0.5; the second one gave them 0.73 at most, and the sum of both was 1.40 at most. For
 * the faces of four clips these are 0.88 and 1.7 at least.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: borrows the frame; the caller
 * closes the detector.
 */
public final class BlazeFaceDetector implements FaceDetector {
  private static final double SCAN_SCORE = 0.5;
  private static final double FOLLOW_SCORE = 0.5;

  /** What the scores of both networks must come to for a new face. */
  private static final double BOTH_SCORES = 1.45;

  /** What the second one's alone must come to, for faces too small for the first to be sure. */
  private static final double CERTAIN_SCORE = 0.78;

  /** What the scan's score counts as where there was none. */
  private static final double NO_SCAN = 0.75;

  /** Overlap from which both networks mean the same face. */
  private static final double SAME_FACE = 0.5;

  /**
   * Side of the square in which a face is followed, in sides of its box. Measured from 1.3 to 3: at
   * 1.6 the box is steadiest, and the face is still found when it moved by half its width.
   */
  private static final double FOLLOW_SQUARE = 1.6;

  private final BlazeFaceNetwork front;
  private final BlazeFaceNetwork back;

  private BlazeFaceDetector(BlazeFaceNetwork front, BlazeFaceNetwork back) {
    this.front = front;
    this.back = back;
  }

  /**
   * Loads the networks.
   *
   * @param folder that holds their files
   * @throws ferlive.app.error.AppException with MODEL when one is missing or was changed
   */
  public static BlazeFaceDetector open(Path folder) {
    BlazeFaceNetwork front = BlazeFaceNetwork.open(BlazeFaceModel.FRONT, folder);
    try {
      return new BlazeFaceDetector(front, BlazeFaceNetwork.open(BlazeFaceModel.BACK, folder));
    } catch (RuntimeException e) {
      front.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return "blazeface";
  }

  @Override
  public List<Detection> scan(Frame frame, ScanEffort effort) {
    List<FoundFace> finds = new ArrayList<>();
    for (Box square : ScanSquares.of(frame.width(), frame.height(), effort)) {
      finds.addAll(back.find(frame.image(), square, SCAN_SCORE));
    }
    return OverlapMerge.merge(finds).stream()
        .map(find -> detection(find, BlazeFaceModel.BACK))
        .filter(find -> effort == ScanEffort.QUICK || confirm(frame, find).isPresent())
        .sorted(Comparator.comparingDouble(face -> face.box().x()))
        .toList();
  }

  @Override
  public Optional<Detection> confirm(Frame frame, Detection find) {
    double needed = Math.min(CERTAIN_SCORE, BOTH_SCORES - find.score().orElse(NO_SCAN));
    return nearest(frame, find.box(), Math.max(FOLLOW_SCORE, needed))
        .filter(face -> face.box().iou(find.box()) >= SAME_FACE);
  }

  @Override
  public Optional<Detection> follow(Frame frame, Box last) {
    return nearest(frame, last, FOLLOW_SCORE);
  }

  private Optional<Detection> nearest(Frame frame, Box last, double minScore) {
    Box box = BlazeFaceModel.FRONT.framing().box(last);
    Box square = Box.square(box.centerX(), box.centerY(), FOLLOW_SQUARE * box.width());
    return front.find(frame.image(), square, minScore).stream()
        .map(face -> detection(face, BlazeFaceModel.FRONT))
        .max(Comparator.comparingDouble(face -> face.box().iou(last)));
  }

  private static Detection detection(FoundFace face, BlazeFaceModel model) {
    return face.detection(model.framing(), face.eyes().roll());
  }

  @Override
  public void close() {
    front.close();
    back.close();
  }
}
