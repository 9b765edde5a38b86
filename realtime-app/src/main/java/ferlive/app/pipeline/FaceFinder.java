package ferlive.app.pipeline;

import ferlive.app.detect.FaceDetector;
import ferlive.app.detect.ScanEffort;
import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import ferlive.app.frame.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the faces of a stream at a tenth of the cost of searching every frame: scans rarely,
 * follows cheaply.
 *
 * <p>Every known face is looked for near its last box. The whole frame is scanned now and then for
 * new ones, more often while none is known, and at once when one is lost. What a scan finds counts
 * only when a second look there finds it too.
 */
final class FaceFinder {
  /** Seconds between scans while all known faces are followed. */
  private static final double SCAN_PERIOD = 0.33;

  /** Seconds between scans while no face is known. */
  private static final double SEARCH_PERIOD = 0.1;

  /** Frames come a little early or late by a clock of milliseconds. */
  private static final double CLOCK_ERROR = 0.005;

  /** Overlap from which two finds are one face. */
  private static final double SAME_FACE = 0.2;

  private final FaceDetector detector;
  private double lastScan;

  FaceFinder(FaceDetector detector) {
    this.detector = detector;
    reset();
  }

  /** Begins a new stream. */
  void reset() {
    lastScan = Double.NEGATIVE_INFINITY;
  }

  /**
   * The faces of the next frame of a stream.
   *
   * @param known last boxes of the faces that are followed
   */
  List<Detection> find(Frame frame, List<Box> known) {
    List<Detection> faces = new ArrayList<>();
    for (Box last : known) {
      addIfNew(detector.follow(frame, last), faces);
    }
    boolean lost = faces.size() < known.size();
    double period = known.isEmpty() ? SEARCH_PERIOD : SCAN_PERIOD;
    if (lost || frame.time() - lastScan >= period - CLOCK_ERROR) {
      lastScan = frame.time();
      addNew(frame, faces);
    }
    return faces;
  }

  private void addNew(Frame frame, List<Detection> faces) {
    for (Detection find : detector.scan(frame, ScanEffort.QUICK)) {
      if (isNew(find, faces)) {
        addIfNew(detector.follow(frame, find.box()), faces);
      }
    }
  }

  /** Of two that were followed onto one face, the first stays. */
  private static void addIfNew(Optional<Detection> find, List<Detection> faces) {
    find.filter(face -> isNew(face, faces)).ifPresent(faces::add);
  }

  private static boolean isNew(Detection find, List<Detection> faces) {
    for (Detection face : faces) {
      if (face.box().iou(find.box()) >= SAME_FACE) {
        return false;
      }
    }
    return true;
  }
}
