package ferlive.app.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaceTrackerTest {
  private static final double STEP = 1.0 / 30;

  private final FaceTracker tracker = new FaceTracker(TrackSettings.smooth());

  private static Detection face(double x, double y) {
    return square(x, y, 100);
  }

  private static Detection square(double x, double y, double side) {
    Box box = new Box(x, y, side, side);
    return new Detection(box, OptionalDouble.empty());
  }

  private List<Integer> ids(double time, Detection... faces) {
    return update(time, faces).stream().filter(Track::confirmed).map(Track::id).toList();
  }

  private List<Track> update(double time, Detection... faces) {
    return tracker.update(time, List.of(faces), Set.of());
  }

  /** Shows one face, which moves to the right by so many pixels a frame, from 0 on. */
  private void see(int frames, double pixels) {
    for (int i = 0; i < frames; i++) {
      ids(i * STEP, face(i * pixels, 0));
    }
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
    see(3, 0);

    assertThat(update(0.7)).extracting(Track::sighting).containsExactly(Sighting.MISSED);
    assertThat(ids(0.72, face(30, 0))).containsExactly(1);
    assertThat(ids(1.5)).isEmpty();
  }

  @Test
  void update_carriesAMovingFaceAlong() {
    see(15, 4);

    Track carried = update(15 * STEP + 0.1).get(0);

    assertThat(carried.box().x()).isBetween(65.0, 75.0);
    assertThat(carried.holdsFace()).isFalse();
  }

  @Test
  void update_saysThatALeftOutFaceMayBeClassified() {
    see(15, 4);

    Track left = tracker.update(15 * STEP, List.of(), Set.of(1)).get(0);

    assertThat(left.sighting()).isEqualTo(Sighting.SKIPPED);
    assertThat(left.holdsFace()).isTrue();
    assertThat(left.box().x()).isBetween(56.0, 61.0);
  }

  @Test
  void update_measuresALeftOutFaceThatIsFoundAllTheSame() {
    see(3, 0);

    assertThat(tracker.update(3 * STEP, List.of(face(0, 0)), Set.of(1)))
        .extracting(Track::sighting)
        .containsExactly(Sighting.SEEN);
  }

  @Test
  void update_steadiesTheRoll() {
    Box box = new Box(0, 0, 100, 100);
    for (int i = 0; i < 30; i++) {
      double roll = 20 + (i % 2 == 0 ? 1 : -1);
      update(i * STEP, new Detection(box, OptionalDouble.empty(), roll));
    }

    assertThat(update(30 * STEP).get(0).roll()).isBetween(19.5, 20.5);
  }

  @Test
  void expect_saysWhereAndHowFast() {
    see(15, 4);

    ExpectedFace expected = tracker.expect(15 * STEP).get(0);

    assertThat(expected.box().x()).isBetween(58.0, 61.0);
    assertThat(expected.speed()).isBetween(1.2, 1.6);
    assertThat(expected.confirmed()).isTrue();
  }

  @Test
  void update_neverUsesANumberAgain() {
    tracker.reset(TrackSettings.smooth().withOneHit());
    ids(0, face(0, 0));
    tracker.reset(TrackSettings.smooth().withOneHit());

    assertThat(ids(0, face(0, 0))).containsExactly(2);
  }

  @Test
  void update_startsOneTrackForTwoBoxesOnAFace() {
    tracker.reset(TrackSettings.smooth().withOneHit());
    Detection chin = square(30, 60, 45);

    assertThat(ids(0, chin, face(0, 0), face(5, 5))).containsExactly(1);
    assertThat(ids(STEP, face(0, 0), face(5, 5), chin)).containsExactly(1);
    assertThat(update(STEP).get(0).box().width()).isGreaterThan(90);
  }

  @Test
  void update_hidesAMissedFaceBehindAnotherAndGivesItItsNumberBack() {
    tracker.reset(TrackSettings.smooth().withOneHit());
    ids(0, face(0, 0), face(110, 0));
    for (int i = 1; i <= 10; i++) {
      ids(i * STEP, face(6 * i, 0), face(110 - 6 * i, 0));
    }

    assertThat(ids(0.4, face(75, 0))).containsExactly(1);
    assertThat(ids(0.6, face(110, 0), face(15, 0))).containsExactly(1, 2);
  }

  @Test
  void update_takesAFaceOfAnotherSizeForAnotherFace() {
    see(3, 0);

    assertThat(update(3 * STEP, square(100, 0, 200)))
        .extracting(Track::id, Track::sighting)
        .contains(tuple(2, Sighting.SEEN));
  }

  @Test
  void update_followsTheLargestWhereThereAreTooMany() {
    tracker.reset(TrackSettings.smooth().withOneHit());
    Detection[] crowd = new Detection[40];
    for (int i = 0; i < crowd.length; i++) {
      crowd[i] = square(150 * i, 0, 100 - i % 20);
    }

    List<Track> tracks = update(0, crowd);

    assertThat(tracks).hasSize(32);
    assertThat(tracks).extracting(Track::id).isSorted();
    assertThat(tracks).allMatch(track -> track.box().width() >= 85 - 1e-9);
    assertThat(tracks).isSortedAccordingTo(Comparator.comparingDouble(track -> track.box().x()));
  }

  @Test
  void update_letsOnlyAClearlyLargerFacePushAnotherOut() {
    tracker.reset(TrackSettings.smooth().withOneHit());
    Detection[] crowd = new Detection[33];
    for (int i = 0; i < crowd.length; i++) {
      crowd[i] = square(150 * i, 0, 100);
    }
    update(0, Arrays.copyOf(crowd, 32));

    assertThat(ids(STEP, crowd)).hasSize(32).doesNotContain(33);
    crowd[32] = square(150 * 32, 0, 130);
    assertThat(ids(2 * STEP, crowd)).hasSize(32).contains(33);
  }
}
