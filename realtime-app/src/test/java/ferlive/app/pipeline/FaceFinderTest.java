package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.detect.FaceDetector;
import ferlive.app.detect.ScanEffort;
import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import ferlive.app.frame.Frame;
import ferlive.app.pipeline.FaceFinder.Found;
import ferlive.app.source.SourceKind;
import ferlive.app.testing.Frames;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.track.ExpectedFace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

@NoNativeLeaks
class FaceFinderTest {
  private static final double STEP = 1 / 30.0;
  private static final Box HERE = new Box(20, 20, 20, 20);
  private static final Box THERE = new Box(80, 20, 20, 20);

  private final Scene scene = new Scene();

  @Test
  void find_takesWhatAScanFoundOnlyWhenItIsConfirmed() {
    scene.finds = List.of(HERE, THERE);
    scene.faces = List.of(THERE);

    assertThat(find(List.of()).get(0).faces()).extracting(Detection::box).containsExactly(THERE);
  }

  @Test
  void find_leavesARestingFaceOutAndTakesItForNoNewOne() {
    scene.finds = List.of(HERE);
    scene.faces = List.of(HERE);

    List<Found> found = find(List.of(known(1, HERE, true)), 31);

    assertThat(found.get(0).faces()).hasSize(1);
    assertThat(found.get(1).skipped()).containsExactly(1);
    assertThat(found).allSatisfy(it -> assertThat(it.faces().size() + it.skipped().size()).isOne());
    assertThat(scene.scans).isEqualTo(2);
    assertThat(scene.follows).isEqualTo(11);
  }

  @Test
  void find_scansAtOnceWhenAFaceIsLost() {
    scene.finds = List.of(HERE);
    scene.faces = List.of(HERE);
    List<ExpectedFace> known = List.of(known(1, HERE, true));
    try (Frames frames = new Frames();
        Frame picture = frames.plain(120, 60, 90);
        Frame first = frames.copy(picture, 0, 0);
        Frame second = frames.copy(picture, 3, 3 * STEP);
        FaceFinder finder = new FaceFinder(scene, 0)) {
      finder.reset(SourceKind.VIDEO);
      finder.find(first, known);
      scene.finds = List.of(THERE);
      scene.faces = List.of(THERE);

      assertThat(finder.find(second, known).faces())
          .extracting(Detection::box)
          .containsExactly(THERE);
    }
  }

  @Test
  void find_looksAtAnUnconfirmedFaceAsCloselyAsAtANewOne() {
    scene.faces = List.of(HERE);

    find(List.of(known(1, HERE, false)), 5);

    assertThat(scene.follows).isZero();
    assertThat(scene.confirms).isEqualTo(5);
  }

  @Test
  void find_keepsOneOfTwoThatWereFollowedOntoOneFace() {
    scene.faces = List.of(HERE);
    Box beside = new Box(24, 20, 20, 20);

    assertThat(find(List.of(known(1, HERE, true), known(2, beside, true))).get(0).faces())
        .hasSize(1);
  }

  private static ExpectedFace known(int id, Box box, boolean confirmed) {
    return new ExpectedFace(id, box, 0, confirmed);
  }

  private List<Found> find(List<ExpectedFace> known) {
    return find(known, 1);
  }

  private List<Found> find(List<ExpectedFace> known, int count) {
    List<Found> found = new ArrayList<>();
    try (Frames frames = new Frames();
        Frame picture = frames.plain(120, 60, 90);
        FaceFinder finder = new FaceFinder(scene, 0)) {
      finder.reset(SourceKind.VIDEO);
      for (int i = 0; i < count; i++) {
        try (Frame frame = frames.copy(picture, i, i * STEP)) {
          found.add(finder.find(frame, known));
        }
      }
    }
    return found;
  }

  /** A detector of which a test says what there is to see. */
  private static final class Scene implements FaceDetector {
    private List<Box> finds = List.of();
    private List<Box> faces = List.of();
    private int scans;
    private int confirms;
    private int follows;

    @Override
    public String name() {
      return "scene";
    }

    @Override
    public List<Detection> scan(Frame frame, ScanEffort effort) {
      scans++;
      return finds.stream().map(Scene::detection).toList();
    }

    @Override
    public Optional<Detection> confirm(Frame frame, Detection find) {
      confirms++;
      return at(find.box());
    }

    @Override
    public Optional<Detection> follow(Frame frame, Box last) {
      follows++;
      return at(last);
    }

    private Optional<Detection> at(Box box) {
      return faces.stream().filter(face -> face.iou(box) > 0.3).findFirst().map(Scene::detection);
    }

    private static Detection detection(Box box) {
      return new Detection(box, OptionalDouble.of(0.9));
    }

    @Override
    public void close() {}
  }
}
