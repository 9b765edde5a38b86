package ferlive.app.quality;

import static ferlive.app.testing.Results.GLAD;
import static ferlive.app.testing.Results.LABELS;
import static ferlive.app.testing.Results.SAD;
import static ferlive.app.testing.Results.frame;
import static ferlive.app.testing.Results.sure;
import static ferlive.app.testing.Results.unsure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ferlive.app.result.FaceResult;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SourceMeterTest {
  private static final Offset<Double> EXACT = within(1e-9);

  private static TruthRange range(long from, long to, int faces, String label) {
    return new TruthRange(from, to, faces, Optional.ofNullable(label));
  }

  private static SourceMeter meter(TruthRange... truth) {
    return new SourceMeter(List.of(truth), LABELS);
  }

  /** The same faces in all these frames. */
  private static void add(SourceMeter meter, int from, int to, FaceResult... faces) {
    for (int number = from; number <= to; number++) {
      meter.add(frame(number, faces));
    }
  }

  @Test
  void end_countsRightFramesAndFalseFacesOfJudgedFramesOnly() {
    SourceMeter meter = meter(range(0, 3, 1, null), range(10, 11, 0, null));
    add(meter, 0, 0, sure(1, SAD));
    add(meter, 1, 2, sure(1, SAD), sure(2, SAD), sure(3, SAD));
    add(meter, 3, 3);
    add(meter, 4, 9, sure(4, SAD), sure(5, SAD));
    add(meter, 10, 10, sure(6, SAD));
    add(meter, 11, 11);

    CountFigures count = meter.end().count();

    assertThat(count.frames()).isEqualTo(6);
    assertThat(count.right()).isEqualTo(2);
    assertThat(count.falseFaces()).isEqualTo(5);
    assertThat(count.tracks()).isEqualTo(4);
    assertThat(count.rightShare()).isEqualTo(1 / 3.0, EXACT);
  }

  @Test
  void end_countsAGapThatIsLongerThanHalfASecond() {
    SourceMeter meter = meter(range(0, 30, 1, null));
    add(meter, 0, 4);
    add(meter, 5, 9, sure(1, SAD));
    add(meter, 10, 15);
    add(meter, 16, 30, sure(1, SAD));

    CountFigures count = meter.end().count();

    assertThat(count.gaps()).isEqualTo(1);
    assertThat(count.longestGap()).isEqualTo(0.6, EXACT);
  }

  @Test
  void end_closesAGapWhereTheSourceEndsOrNothingIsTold() {
    SourceMeter meter = meter(range(0, 9, 2, null), range(20, 29, 1, null));
    add(meter, 0, 9, sure(1, SAD));
    add(meter, 10, 19);
    add(meter, 20, 22, sure(1, SAD));
    add(meter, 23, 29);

    CountFigures count = meter.end().count();

    assertThat(count.gaps()).isEqualTo(2);
    assertThat(count.longestGap()).isEqualTo(1, EXACT);
  }

  @Test
  void end_judgesLabelsWhereTheyArePlain() {
    SourceMeter meter = meter(range(0, 3, 1, "glad"), range(4, 5, 1, null));
    add(meter, 0, 1, sure(1, GLAD));
    add(meter, 2, 2, unsure(1, GLAD));
    add(meter, 3, 3, sure(1, SAD));
    add(meter, 4, 5, unsure(1, SAD));

    LabelFigures label = meter.end().label();

    assertThat(label).isEqualTo(new LabelFigures(6, 3, 4, 3, 3, 2));
    assertThat(label.accuracy()).isEqualTo(0.75, EXACT);
    assertThat(label.sureAccuracy()).isEqualTo(2 / 3.0, EXACT);
    assertThat(label.notSureShare()).isEqualTo(0.5, EXACT);
  }

  @Test
  void end_countsSwitchesOfEachFaceWithinARange() {
    SourceMeter meter = meter(range(0, 30, 2, null));
    add(meter, 0, 9, sure(1, SAD), sure(2, GLAD));
    add(meter, 10, 10, unsure(1, GLAD), sure(2, GLAD));
    add(meter, 11, 20, sure(1, SAD), sure(2, GLAD));
    add(meter, 21, 30, sure(1, SAD), sure(2, SAD));

    SteadyFigures steady = meter.end().steady();

    assertThat(steady.switches()).isEqualTo(3);
    assertThat(steady.sureSwitches()).isEqualTo(1);
    assertThat(steady.seconds()).isEqualTo(3, EXACT);
    assertThat(steady.switchesPerMinute()).isEqualTo(60, EXACT);
  }

  @Test
  void end_takesAChangeBetweenRangesForNoSwitch() {
    SourceMeter meter = meter(range(0, 9, 1, "sad"), range(10, 19, 1, "glad"));
    add(meter, 0, 9, sure(1, SAD));
    add(meter, 10, 19, sure(1, GLAD));

    assertThat(meter.end().steady().switches()).isZero();
  }

  @Test
  void end_measuresTheDelayToASteadyAnswer() {
    SourceMeter meter = meter(range(0, 9, 1, "sad"), range(12, 30, 1, "glad"));
    add(meter, 0, 13, sure(1, SAD));
    add(meter, 14, 15, sure(1, GLAD));
    add(meter, 16, 16, unsure(1, GLAD));
    add(meter, 17, 30, sure(1, GLAD));

    SteadyFigures steady = meter.end().steady();

    assertThat(steady.onsets()).singleElement().satisfies(onset -> near(onset, 0.5));
    assertThat(steady.meanOnset()).isEqualTo(0.5, EXACT);
    assertThat(steady.missedOnsets()).isZero();
  }

  private static void near(double actual, double expected) {
    assertThat(actual).isEqualTo(expected, EXACT);
  }

  @Test
  void end_takesWhatHoldsToTheEndOfTheRangeForSteady() {
    SourceMeter meter = meter(range(0, 9, 1, "sad"), range(10, 13, 1, "glad"));
    add(meter, 0, 11, sure(1, SAD));
    add(meter, 12, 13, sure(1, GLAD));

    assertThat(meter.end().steady().onsets()).hasSize(1);
  }

  @Test
  void end_countsAChangeThatIsNeverSeen() {
    SourceMeter meter =
        meter(range(0, 9, 1, "sad"), range(10, 19, 1, "glad"), range(20, 29, 1, "glad"));
    add(meter, 0, 29, sure(1, SAD));

    SteadyFigures steady = meter.end().steady();

    assertThat(steady.missedOnsets()).isEqualTo(1);
    assertThat(steady.onsets()).isEmpty();
  }

  @Test
  void end_knowsNothingOfNoFrames() {
    Quality quality = meter(range(0, 9, 1, "sad")).end();

    assertThat(quality).isEqualTo(Quality.NONE);
    assertThat(quality.count().rightShare()).isNaN();
    assertThat(quality.steady().switchesPerMinute()).isNaN();
  }
}
