package ferlive.app.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ferlive.app.result.Scores;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeutralBaselineTest {
  private static final Scores SAD_AT_REST = Scores.of(0.04f, 0.36f, 0.6f);
  private static final Scores SMILE = Scores.of(0.9f, 0.05f, 0.05f);

  private final NeutralBaseline baseline = new NeutralBaseline(List.of("happy", "neutral", "sad"));

  @Test
  void correct_leavesAnswersAsTheyAreUntilAsked() {
    assertThat(baseline.correct(1, SAD_AT_REST, 0)).isSameAs(SAD_AT_REST);
    assertThat(baseline.seconds()).isZero();
  }

  @Test
  void correct_readsARestingFaceAsNeutralOnceItIsLearnt() {
    learn(1);

    Scores corrected = baseline.correct(1, SAD_AT_REST, 4);

    // 0.15 : 0.7 : 0.15 is what a plain resting face gets.
    assertThat(corrected.get(0)).isCloseTo(0.15f, within(0.01f));
    assertThat(corrected.get(1)).isCloseTo(0.70f, within(0.01f));
    assertThat(corrected.get(2)).isCloseTo(0.15f, within(0.01f));
  }

  @Test
  void correct_keepsAPlainExpression() {
    learn(1);

    assertThat(baseline.correct(1, SMILE, 4).winner()).isZero();
    assertThat(baseline.correct(1, Scores.of(0, 0, 1), 5).winner()).isEqualTo(2);
  }

  @Test
  void correct_learnsEachFaceForItself() {
    learn(1);

    assertThat(baseline.correct(2, SAD_AT_REST, 4)).isEqualTo(SAD_AT_REST);
  }

  @Test
  void correct_leavesAnUnknownFaceUnknownAndLearnsNothingFromIt() {
    NeutralBaseline seven =
        new NeutralBaseline(
            List.of("angry", "disgust", "fear", "happy", "neutral", "sad", "surprise"));
    Scores rest = Scores.of(0.10f, 0.01f, 0.04f, 0.02f, 0.50f, 0.30f, 0.03f);
    Scores unknown = Scores.unknown(7);
    seven.learn(1);
    for (double time = 0; time < 2; time += 0.1) {
      seven.correct(1, unknown, time);
      seven.correct(1, rest, time);
    }

    assertThat(seven.correct(1, unknown, 3)).isSameAs(unknown);
    assertThat(seven.correct(1, rest, 3).get(4)).isCloseTo(0.70f, within(0.01f));
  }

  @Test
  void correct_forgetsWhenItIsAskedTo() {
    learn(1);
    baseline.learn(0);

    assertThat(baseline.correct(1, SAD_AT_REST, 4)).isEqualTo(SAD_AT_REST);
  }

  @Test
  void correct_learnsAnewAfterAReset() {
    learn(1);
    baseline.reset();

    assertThat(baseline.correct(1, SAD_AT_REST, 4)).isEqualTo(SAD_AT_REST);
  }

  @Test
  void correct_weighsNoLabelByMoreThanTen() {
    baseline.learn(1);
    for (int i = 0; i <= 10; i++) {
      baseline.correct(1, Scores.of(0, 1, 0), i / 10.0);
    }

    // Without a limit, a label that was never seen would win at once.
    assertThat(baseline.correct(1, Scores.of(0.01f, 0.98f, 0.01f), 2).winner()).isEqualTo(1);
  }

  private void learn(int track) {
    baseline.learn(3);
    for (int i = 0; i <= 90; i++) {
      baseline.correct(track, SAD_AT_REST, i / 30.0);
    }
  }
}
