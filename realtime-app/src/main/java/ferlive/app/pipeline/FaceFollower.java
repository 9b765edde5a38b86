package ferlive.app.pipeline;

import ferlive.app.detect.FaceDetector;
import ferlive.app.detect.ScanEffort;
import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import ferlive.app.frame.Frame;
import ferlive.app.source.SourceKind;
import ferlive.app.track.ExpectedFace;
import ferlive.app.track.FaceTracker;
import ferlive.app.track.Track;
import ferlive.app.track.TrackSettings;
import java.util.List;
import java.util.Set;

/**
 * The first half of the analysis: finds the faces of one frame after another and follows them.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: owns the detector.
 */
final class FaceFollower implements AutoCloseable {
  private final FaceDetector detector;
  private final FaceFinder finder;
  private final FaceTracker tracker;
  private TrackSettings settings;
  private boolean unrelated;
  private boolean newStream;
  private double lastTime;

  /** Takes the detector over. */
  FaceFollower(FaceDetector detector, TrackSettings settings) {
    this.detector = detector;
    this.settings = settings;
    this.finder = new FaceFinder(detector);
    this.tracker = new FaceTracker(settings);
  }

  /**
   * Begins a new stream. Track numbers go on.
   *
   * @param kind whose pictures, if it has such, do not belong together
   * @param next settings for that stream
   */
  void reset(SourceKind kind, TrackSettings next) {
    settings = next;
    unrelated = kind == SourceKind.PICTURES;
    newStream = true;
  }

  FoundFaces find(Frame frame) {
    // A clip that runs again from its start is a new stream.
    boolean fresh = newStream || unrelated || frame.time() < lastTime;
    if (fresh) {
      newStream = false;
      tracker.reset(settings);
      finder.reset();
    }
    lastTime = frame.time();
    long start = System.nanoTime();
    List<Detection> detections = detect(frame);
    long detected = System.nanoTime();
    List<Track> tracks = tracker.update(frame.time(), detections, Set.of());
    return new FoundFaces(tracks, fresh, detected - start, System.nanoTime() - detected);
  }

  private List<Detection> detect(Frame frame) {
    // Where one hit makes a face, there is no second look.
    return settings.hitsToConfirm() == 1
        ? detector.scan(frame, ScanEffort.THOROUGH)
        : finder.find(frame, expected(frame.time()));
  }

  private List<Box> expected(double time) {
    return tracker.expect(time).stream().map(ExpectedFace::box).toList();
  }

  @Override
  public void close() {
    detector.close();
  }
}
