package ferlive.app.pipeline;

import ferlive.app.detect.FaceDetector;
import ferlive.app.detect.ScanEffort;
import ferlive.app.frame.Frame;
import ferlive.app.pipeline.FaceFinder.Found;
import ferlive.app.source.SourceKind;
import ferlive.app.track.FaceTracker;
import ferlive.app.track.Track;
import ferlive.app.track.TrackSettings;
import java.util.List;
import java.util.Set;

/**
 * The first half of the analysis: finds the faces of one frame after another and follows them.
 *
 * <p><b>Threading</b>: confined to one thread but for {@link #use}. <b>Ownership</b>: owns its
 * detectors.
 */
final class FaceFollower implements AutoCloseable {
  private final int every;
  private final Replaceable<FaceDetector> detectors;
  private final FaceTracker tracker;
  private FaceDetector detector;
  private FaceFinder finder;
  private TrackSettings settings;
  private SourceKind kind = SourceKind.PICTURES;
  private boolean newStream;
  private double lastTime;

  /**
   * Takes the detector over.
   *
   * @param every frames from one scan to the next; 0 leaves it to the finder
   */
  FaceFollower(FaceDetector detector, int every, TrackSettings settings) {
    this.every = every;
    this.detectors = new Replaceable<>(detector, FaceDetector::close);
    this.detector = detector;
    this.settings = settings;
    this.finder = new FaceFinder(detector, every);
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
    this.kind = kind;
    newStream = true;
  }

  /** Takes a detector over, to go on with from the next frame. Any thread may bring it. */
  void use(FaceDetector next) {
    detectors.replace(next);
  }

  FoundFaces find(Frame frame) {
    goOver();
    // A clip that runs again from its start is a new stream.
    boolean fresh = newStream || kind == SourceKind.PICTURES || frame.time() < lastTime;
    if (fresh) {
      newStream = false;
      tracker.reset(settings);
      finder.reset(kind);
    }
    lastTime = frame.time();
    long start = System.nanoTime();
    Found found = detect(frame);
    long detected = System.nanoTime();
    List<Track> tracks = tracker.update(frame.time(), found.faces(), found.skipped());
    return new FoundFaces(tracks, fresh, detected - start, System.nanoTime() - detected);
  }

  /** Known faces stay known to another detector, and keep their numbers. */
  private void goOver() {
    FaceDetector newest = detectors.current();
    if (newest != detector) {
      finder.close();
      detector = newest;
      finder = new FaceFinder(newest, every);
      finder.reset(kind);
    }
  }

  private Found detect(Frame frame) {
    // Where one hit makes a face, there is no second look.
    return settings.hitsToConfirm() == 1
        ? new Found(detector.scan(frame, ScanEffort.THOROUGH), Set.of())
        : finder.find(frame, tracker.expect(frame.time()));
  }

  @Override
  public void close() {
    finder.close();
    detectors.close();
  }
}
