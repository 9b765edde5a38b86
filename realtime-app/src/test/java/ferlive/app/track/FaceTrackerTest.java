package ferlive.app.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaceTrackerTest {
  private static final double STEP = 1.0 / 30;

  private final FaceTracker tracker = new FaceTracker(TrackSettings.smooth());

  private static Detection face(double x, double y) {
    Box box = new Box(x, y, 100, 100);
    return new Detection(box, box, OptionalDouble.empty());
  }

  private List<Integer> ids(double time, Detection... faces) {
    return update(time, faces).stream().filter(Track::confirmed).map(Track::id).toList();
  }

  private List<Track> update(double time, Detection... faces) {
    return tracker.update(time, List.of(faces), Set.of());
  }

  @Test
  void update_confirmsAFaceOnItsThirdHit() {
    assertThat(ids(0, face(0, 0))).isEmpty();
    assertThat(ids(STEP, face(2, 1))).isEmpty();
    assertThat(ids(2 * STEP, face(2, 1))).containsExactly(1);
  }

  @Test
  void update_forgetsAnUnconfirmedFaceOnItsFirstMiss() {
    ids(0, face(0, 0));
    ids(STEP);

    assertThat(tracker.expect(2 * STEP)).isEmpty();
  }

  @Test
  void update_confirmsAtOnceWhereOneHitIsAsked() {
    tracker.reset(TrackSettings.smooth().withOneHit());

    assertThat(ids(0, face(0, 0), face(300, 0))).containsExactly(1, 2);
  }

  @Test
  void update_keepsNumbersWhenDetectionsChangeTheirOrder() {
    ids(0, face(0, 0), face(150, 0));
    List<Track> tracks = update(STEP, face(160, 0), face(10, 0));

    assertThat(tracks).extracting(Track::id).containsExactly(1, 2);
    assertThat(tracks.get(0).box().x()).isLessThan(150);
    tracks = update(2 * STEP, face(20, 0), face(170, 0));
    assertThat(tracks.get(0).box().x()).isLessThan(150);
  }

  @Test
  void update_carriesAFaceOverMissesForAWhile() {
    ids(0, face(0, 0));
    ids(STEP, face(0, 0));
    ids(2 * STEP, face(0, 0));

    assertThat(update(0.7)).extracting(Track::sighting).containsExactly(Sighting.MISSED);
    assertThat(ids(0.72, face(30, 0))).containsExactly(1);
    assertThat(ids(1.5)).isEmpty();
  }

  @Test
  void update_neverUsesANumberAgain() {
    tracker.reset(TrackSettings.smooth().withOneHit());
    ids(0, face(0, 0));
    tracker.reset(TrackSettings.smooth().withOneHit());

    assertThat(ids(0, face(0, 0))).containsExactly(2);
  }

  @Test
  void update_dropsAMissedTrackThatLiesOnAnotherFace() {
    tracker.reset(TrackSettings.smooth().withOneHit());
    ids(0, face(0, 0), face(60, 0));
    ids(STEP, face(20, 0), face(50, 0));

    assertThat(ids(2 * STEP, face(30, 0))).containsExactly(1);
  }

  @Test
  void update_steadiesTheBoxButFollowsAJumpAtOnce() {
    ids(0, face(0, 0));
    double steadied = update(STEP, face(10, 0)).get(0).box().x();
    double jumped = update(2 * STEP, face(70, 0)).get(0).box().x();

    assertThat(steadied).isEqualTo(10 * (1 - Math.exp(-STEP / 0.08)), within(1e-9));
    assertThat(jumped).isEqualTo(70);
  }

  @Test
  void update_takesAFaceOfAnotherSizeForAnotherFace() {
    ids(0, face(0, 0));
    Box large = new Box(0, 0, 200, 200);

    assertThat(ids(STEP, new Detection(large, large, OptionalDouble.empty()))).isEmpty();
  }
}
