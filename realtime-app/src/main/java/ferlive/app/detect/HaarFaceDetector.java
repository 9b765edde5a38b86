package ferlive.app.detect;

import ferlive.app.detect.HaarSearch.Find;
import ferlive.app.detect.HaarSearch.Plan;
import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import ferlive.app.frame.Frame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * Finds faces with OpenCV's Haar cascades (Viola and Jones 2001, Lienhart and Maydt 2002).
 *
 * <p>Finds frontal faces; misses turned and bent heads and, in a stream, most faces below 6 % of
 * the frame's width. It has no score: a place is a face when enough neighbouring windows agree. The
 * default cascade gives a second opinion on what a thorough scan finds weakly.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: borrows the frame; the caller
 * closes the detector.
 */
public final class HaarFaceDetector implements FaceDetector {
  /** Measured for both cascades: 1.02 to 1.03, same centre. */
  private static final Framing FRAMING = new Framing(1.02, 0);

  /** A find that more windows than this agree on needs no second opinion. */
  private static final int STRONG = 8;

  /** Overlap from which two boxes are one face. */
  private static final double SAME_FACE = 0.5;

  private final HaarSearch search;
  private final HaarSearch secondOpinion;

  private HaarFaceDetector(CascadeClassifier cascade, CascadeClassifier second) {
    this.search = new HaarSearch(cascade);
    this.secondOpinion = new HaarSearch(second);
  }

  /**
   * Loads the cascades.
   *
   * @param folder the folder {@code haarcascades}
   * @throws ferlive.app.error.AppException with MODEL when one is missing or was changed
   */
  public static HaarFaceDetector open(Path folder) {
    CascadeClassifier cascade = HaarCascade.ALT2.load(folder);
    try {
      return new HaarFaceDetector(cascade, HaarCascade.DEFAULT.load(folder));
    } catch (RuntimeException e) {
      cascade.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return "haar";
  }

  @Override
  public List<Detection> scan(Frame frame, ScanEffort effort) {
    Plan plan = HaarPlans.scan(frame.width(), frame.height(), effort);
    List<Detection> faces = new ArrayList<>();
    for (Find find : search.faces(frame.image(), plan)) {
      if (effort == ScanEffort.QUICK || find.neighbors() > STRONG || seconded(frame, find.box())) {
        faces.add(detection(find.box()));
      }
    }
    faces.sort(Comparator.comparingDouble(face -> face.box().x()));
    return faces;
  }

  private boolean seconded(Frame frame, Box box) {
    return nearest(secondOpinion, frame, box).filter(it -> it.iou(box) >= SAME_FACE).isPresent();
  }

  @Override
  public Optional<Detection> confirm(Frame frame, Detection find) {
    return follow(frame, find.box());
  }

  @Override
  public Optional<Detection> follow(Frame frame, Box last) {
    return nearest(search, frame, FRAMING.box(last)).map(HaarFaceDetector::detection);
  }

  private static Optional<Box> nearest(HaarSearch search, Frame frame, Box last) {
    return HaarPlans.follow(frame.width(), frame.height(), last)
        .flatMap(
            plan ->
                search.faces(frame.image(), plan).stream()
                    .map(Find::box)
                    .min(Comparator.comparingDouble(box -> distance(box, last))));
  }

  /** How far a box moved and grew, in pixels. */
  private static double distance(Box box, Box last) {
    return Math.hypot(box.centerX() - last.centerX(), box.centerY() - last.centerY())
        + Math.abs(box.width() - last.width());
  }

  private static Detection detection(Box box) {
    Box square = FRAMING.square(box, 0);
    return new Detection(square, OptionalDouble.empty());
  }

  @Override
  public void close() {
    secondOpinion.close();
    search.close();
  }
}
