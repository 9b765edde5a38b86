package ferlive.app.detect;

import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import ferlive.app.frame.Frame;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds faces with YuNet (Wu, Peng and Yu 2023), on a file that the user brings. It was right on
 * every judged frame of 24 clips at 320 pixels and 0.7, and finds turned and bent heads. Its points
 * only turn with a tilted head where it sees the face large: at 64 pixels, 40 degrees read 2.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: borrows the frame; the caller
 * closes the detector.
 */
public final class YuNetFaceDetector implements FaceDetector {
  private static final double SCAN_SCORE = 0.7;
  private static final double FOLLOW_SCORE = 0.5;

  /** Side of the square in which a face is followed, in sides of its own. */
  private static final double FOLLOW_SQUARE = 2;

  /** Width of a face in pixels, as the network sees it, from which its points tell the roll. */
  private static final double TELLS_ROLL = 200;

  /** How large the network sees what it looks at. Its boxes depend on that. */
  private enum View {
    QUICK(320, 0.97),
    THOROUGH(1280, 0.94),
    FOLLOW(128, 0.97);

    private static final double CROP_UP = 0.02;

    private final double side;
    private final double cropSide;

    View(double side, double cropSide) {
      this.side = side;
      this.cropSide = cropSide;
    }

    Framing framing() {
      return new Framing(cropSide, CROP_UP);
    }

    /** Size as the network sees a part over its own; only a followed face is enlarged. */
    double scale(Box part) {
      double scale = side / Math.max(part.width(), part.height());
      return this == FOLLOW ? scale : Math.min(1, scale);
    }
  }

  private final YuNetNetwork scanner;
  private final YuNetNetwork follower;

  private YuNetFaceDetector(YuNetNetwork scanner, YuNetNetwork follower) {
    this.scanner = scanner;
    this.follower = follower;
  }

  /**
   * Loads the network.
   *
   * @throws ferlive.app.error.AppException with MODEL when it is not YuNet's
   */
  public static YuNetFaceDetector open(YuNetFile file) {
    YuNetNetwork scanner = YuNetNetwork.open(file.asset());
    try {
      return new YuNetFaceDetector(scanner, YuNetNetwork.open(file.asset()));
    } catch (RuntimeException e) {
      scanner.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return "yunet";
  }

  @Override
  public List<Detection> scan(Frame frame, ScanEffort effort) {
    View view =
        switch (effort) {
          case QUICK -> View.QUICK;
          case THOROUGH -> View.THOROUGH;
        };
    Box whole = new Box(0, 0, frame.width(), frame.height());
    return find(scanner, frame, whole, view, SCAN_SCORE).stream()
        .sorted(Comparator.comparingDouble(face -> face.box().x()))
        .toList();
  }

  @Override
  public Optional<Detection> confirm(Frame frame, Detection find) {
    return nearest(frame, find.box(), SCAN_SCORE);
  }

  @Override
  public Optional<Detection> follow(Frame frame, Box last) {
    return nearest(frame, last, FOLLOW_SCORE);
  }

  private Optional<Detection> nearest(Frame frame, Box last, double minScore) {
    return Surroundings.of(frame.width(), frame.height(), last, FOLLOW_SQUARE)
        .flatMap(
            part ->
                find(follower, frame, part, View.FOLLOW, minScore).stream()
                    .max(Comparator.comparingDouble(face -> face.box().iou(last))));
  }

  private static List<Detection> find(
      YuNetNetwork network, Frame frame, Box part, View view, double minScore) {
    double scale = view.scale(part);
    return network.find(frame.image(), part, scale, minScore).stream()
        .map(
            face -> {
              boolean tells = face.box().width() * scale >= TELLS_ROLL;
              return face.detection(view.framing(), tells ? face.eyes().roll() : 0);
            })
        .toList();
  }

  @Override
  public void close() {
    follower.close();
    scanner.close();
  }
}
