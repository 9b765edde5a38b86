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
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: owns the detector.
 */
final class FaceFollower implements AutoCloseable {
  private final FaceDetector detector;
  private final FaceFinder finder;
  private final FaceTracker tracker;
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

  FoundFaces find(Frame frame) {
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

  private Found detect(Frame frame) {
    // Where one hit makes a face, there is no second look.
    return settings.hitsToConfirm() == 1
        ? new Found(detector.scan(frame, ScanEffort.THOROUGH), Set.of())
        : finder.find(frame, tracker.expect(frame.time()));
  }

  @Override
  public void close() {
    finder.close();
    detector.close();
  }
}
