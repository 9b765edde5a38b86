package ferlive.app.pipeline;

import ferlive.app.classify.EmotionClassifier;
import ferlive.app.classify.FaceBatch;
import ferlive.app.classify.FaceCropper;
import ferlive.app.classify.ModelContract;
import ferlive.app.frame.Frame;
import ferlive.app.result.AttentionMap;
import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import ferlive.app.result.Scores;
import ferlive.app.result.StageTimes;
import ferlive.app.track.Label;
import ferlive.app.track.LabelSettings;
import ferlive.app.track.LabelSmoother;
import ferlive.app.track.NeutralBaseline;
import ferlive.app.track.Track;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The second half of the analysis: cuts the faces out, classifies all of a frame together and
 * steadies their labels.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: owns classifier and cropper.
 */
final class FaceNamer implements AutoCloseable {
  private final EmotionClassifier classifier;
  private final FaceCropper cropper;
  private final LabelSmoother smoother;
  private final NeutralBaseline baseline;
  private final boolean wholePictures;
  private final Map<Integer, AttentionMap> attention = new HashMap<>();
  private volatile boolean attentive;
  private long cropNanos;
  private long inferNanos;

  /**
   * Takes the classifier over.
   *
   * @param wholePictures whether the user said that each picture is a face
   */
  FaceNamer(EmotionClassifier classifier, LabelSettings settings, boolean wholePictures) {
    this.classifier = classifier;
    this.cropper = new FaceCropper(classifier.contract());
    this.smoother = new LabelSmoother(settings);
    this.wholePictures = wholePictures;
    this.baseline = new NeutralBaseline(classifier.contract().labels());
  }

  /** Whether results say from the next frame on where the network looked. Any thread may ask. */
  void attentive(boolean wanted) {
    attentive = wanted;
  }

  /** Rules for resting faces. */
  NeutralBaseline baseline() {
    return baseline;
  }

  ModelContract contract() {
    return classifier.contract();
  }

  String device() {
    return classifier.device();
  }

  /** As {@link EmotionClassifier#trouble()}. */
  Optional<String> trouble() {
    return classifier.trouble();
  }

  long unknownAnswers() {
    return classifier.unknownAnswers();
  }

  NamedFaces name(Frame frame, FoundFaces found) {
    if (found.newStream()) {
      smoother.reset();
      baseline.reset();
    }
    attention.clear();
    cropNanos = 0;
    inferNanos = 0;
    classify(frame, found.tracks().stream().filter(Track::holdsFace).toList());
    List<FaceResult> confirmed = new ArrayList<>();
    List<FaceResult> tentative = new ArrayList<>();
    for (Track track : found.tracks()) {
      // There is no label where the classification failed in every frame that shows the face.
      smoother
          .label(track.id())
          .map(label -> result(track, label))
          .ifPresent(face -> (track.confirmed() ? confirmed : tentative).add(face));
    }
    StageTimes times =
        new StageTimes(found.detectNanos(), found.trackNanos(), cropNanos, inferNanos);
    FrameResult result =
        new FrameResult(
            frame.sequence(), frame.time(), frame.width(), frame.height(), confirmed, times);
    return new NamedFaces(result, tentative);
  }

  /** Names the faces whose box holds them; one that is carried over a miss keeps its label. */
  private void classify(Frame frame, List<Track> tracks) {
    FaceBatch batch = classifier.batch();
    double[] angles = new double[FaceBatch.CAPACITY];
    for (int from = 0; from < tracks.size(); from += FaceBatch.CAPACITY) {
      List<Track> part = tracks.subList(from, Math.min(tracks.size(), from + FaceBatch.CAPACITY));
      long start = System.nanoTime();
      batch.clear();
      for (int i = 0; i < part.size(); i++) {
        angles[i] = cropper.cut(frame, part.get(i).box(), part.get(i).roll(), batch);
      }
      long cropped = System.nanoTime();
      List<Scores> scores = classifier.classify(attentive);
      for (int i = 0; i < part.size(); i++) {
        Track track = part.get(i);
        Scores corrected = baseline.correct(track.id(), scores.get(i), frame.time());
        boolean shown = wholePictures || classifier.isFace(i);
        smoother.update(track.id(), corrected, shown, frame.time());
        classifier
            .attention(i, cropper.area(track.box()), angles[i])
            .ifPresent(map -> attention.put(track.id(), map));
      }
      cropNanos += cropped - start;
      inferNanos += System.nanoTime() - cropped;
    }
  }

  private FaceResult result(Track track, Label label) {
    return new FaceResult(
        track.id(),
        track.box(),
        track.score(),
        label.probabilities(),
        label.label(),
        label.score(),
        label.sure(),
        Optional.ofNullable(attention.get(track.id())));
  }

  @Override
  public void close() {
    cropper.close();
    classifier.close();
  }
}
