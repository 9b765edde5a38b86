package ferlive.app.pipeline;

import ferlive.app.detect.FaceDetector;
import ferlive.app.detect.ScanEffort;
import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import ferlive.app.frame.Frame;
import ferlive.app.source.SourceKind;
import ferlive.app.track.ExpectedFace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Finds the faces of a stream at a small part of the cost of searching every frame: scans rarely,
 * follows cheaply, and leaves out a face that rests.
 *
 * <p>A known face is looked for where it should be, whenever {@link FaceWatch} says that it is due.
 * The whole frame is scanned for new ones when {@link ScanSchedule} says so. What a scan finds
 * counts only when the detector confirms it in a second way.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: borrows detector and frames; the
 * caller closes the finder.
 */
final class FaceFinder implements AutoCloseable {
  /** Overlap from which two finds are one face. */
  private static final double SAME_FACE = 0.2;

  private final FaceDetector detector;
  private final ScanSchedule schedule;
  private final FaceWatch watch = new FaceWatch();

  /**
   * @param every frames from one scan to the next; 0 leaves it to the schedule
   */
  FaceFinder(FaceDetector detector, int every) {
    this.detector = detector;
    this.schedule = new ScanSchedule(every);
  }

  /**
   * What was found in a frame.
   *
   * @param faces those that were looked for and seen, and new ones
   * @param skipped numbers of the known faces that were not looked for
   */
  record Found(List<Detection> faces, Set<Integer> skipped) {}

  /** Begins a new stream. */
  void reset(SourceKind kind) {
    schedule.reset(kind);
    watch.reset();
  }

  /**
   * The faces of the next frame of a stream.
   *
   * @param known faces that are followed, where they should be
   */
  Found find(Frame frame, List<ExpectedFace> known) {
    List<Detection> faces = new ArrayList<>();
    List<Box> resting = new ArrayList<>();
    Set<Integer> skipped = new HashSet<>();
    watch.retain(known);
    for (ExpectedFace face : known) {
      if (watch.isDue(face, frame.time())) {
        Optional<Detection> seen = look(frame, face);
        watch.looked(face, frame.time(), seen.isPresent());
        // Of two that were followed onto one face, the first stays.
        seen.filter(it -> isNew(it.box(), faces, resting)).ifPresent(faces::add);
      } else {
        resting.add(face.box());
        skipped.add(face.id());
      }
    }
    List<Box> boxes = known.stream().map(ExpectedFace::box).toList();
    boolean searching = known.isEmpty() || watch.isAnyLost();
    if (schedule.isDue(frame, boxes, searching, watch.isAnyJustLost())) {
      List<Detection> finds = detector.scan(frame, ScanEffort.QUICK);
      schedule.scanned();
      watch.scanned(known, finds, frame.time());
      for (Detection find : finds) {
        if (isNew(find.box(), faces, resting)) {
          detector
              .confirm(frame, find)
              .filter(it -> isNew(it.box(), faces, resting))
              .ifPresent(faces::add);
        }
      }
    }
    return new Found(faces, skipped);
  }

  /** A face that is not certain must be seen as clearly as a new one. */
  private Optional<Detection> look(Frame frame, ExpectedFace face) {
    return watch.isDoubtful(face, frame.time())
        ? detector.confirm(frame, new Detection(face.box(), OptionalDouble.empty()))
        : detector.follow(frame, face.box());
  }

  private static boolean isNew(Box find, List<Detection> faces, List<Box> resting) {
    return faces.stream().noneMatch(face -> face.box().iou(find) >= SAME_FACE)
        && resting.stream().noneMatch(box -> box.iou(find) >= SAME_FACE);
  }

  /** Frees what it holds. Closing twice does nothing. */
  @Override
  public void close() {
    schedule.close();
  }
}
