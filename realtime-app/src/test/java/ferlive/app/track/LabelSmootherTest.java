package ferlive.app.track;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.result.Scores;
import org.junit.jupiter.api.Test;

class LabelSmootherTest {
  private static final double STEP = 1.0 / 30;
  private static final Scores NEUTRAL = Scores.of(0.1f, 0.8f, 0.1f);
  private static final Scores HAPPY = Scores.of(0.9f, 0.05f, 0.05f);

  private final LabelSmoother smoother = new LabelSmoother(LabelSettings.smooth());
  private double time;

  private static Label label(LabelSmoother smoother) {
    return smoother.label(1).orElseThrow();
  }

  private Label show(Scores scores, double seconds) {
    for (double end = time + seconds; time < end; time += STEP) {
      smoother.update(1, scores, true, time);
    }
    return label(smoother);
  }

  @Test
  void update_showsTheFirstAnswerAsItIs() {
    smoother.update(1, HAPPY, true, 0);

    assertThat(label(smoother)).isEqualTo(new Label(HAPPY, 0, 0.9f, true));
  }

  @Test
  void update_isNeverSureOfAShortFlicker() {
    show(NEUTRAL, 2);

    for (double end = time + 0.15; time < end; time += STEP) {
      smoother.update(1, HAPPY, true, time);
      Label label = label(smoother);
      assertThat(label.sure()).isEqualTo(label.label() == 1);
    }
    assertThat(show(NEUTRAL, 0.5)).extracting(Label::label, Label::sure).containsExactly(1, true);
  }

  @Test
  void update_isNotSureOfWhatIsNoFace() {
    show(HAPPY, 1);
    for (double end = time + 1; time < end; time += STEP) {
      smoother.update(1, HAPPY, false, time);
    }

    assertThat(label(smoother)).extracting(Label::label, Label::sure).containsExactly(0, false);
    assertThat(show(HAPPY, 1).sure()).isTrue();
  }

  @Test
  void update_isNeverSureOfAnUnknownFaceAndGoesOnAfterIt() {
    Scores unknown = Scores.unknown(3);
    show(NEUTRAL, 1);

    smoother.update(1, unknown, true, time);
    assertThat(label(smoother)).isEqualTo(new Label(unknown, 0, 1f / 3, false));
    time += STEP;
    smoother.update(1, NEUTRAL, true, time);
    assertThat(label(smoother)).extracting(Label::label, Label::sure).containsExactly(1, true);

    assertThat(show(unknown, 3).sure()).isFalse();
    assertThat(show(NEUTRAL, STEP)).extracting(Label::label, Label::sure).containsExactly(1, true);
  }

  @Test
  void update_staysSureOfAFaceThatIsDoubtedForAMoment() {
    show(HAPPY, 1);

    smoother.update(1, HAPPY, false, time);

    assertThat(label(smoother).sure()).isTrue();
  }

  @Test
  void update_switchesWithinFourTenthsOfASecond() {
    show(NEUTRAL, 2);

    assertThat(show(HAPPY, 0.4)).extracting(Label::label, Label::sure).containsExactly(0, true);
  }

  @Test
  void update_isNotSureOfASmallLead() {
    show(Scores.of(0.1f, 0.5f, 0.4f), 2);

    assertThat(show(Scores.of(0.1f, 0.42f, 0.48f), 3))
        .extracting(Label::label, Label::sure)
        .containsExactly(2, false);
  }

  @Test
  void update_isNotSureAtFirstOfTwoThatAreNearlyEqual() {
    assertThat(show(Scores.of(0.1f, 0.47f, 0.43f), 3))
        .extracting(Label::label, Label::sure)
        .containsExactly(1, false);
  }

  @Test
  void update_staysSureWhileItIsALittleLessProbable() {
    show(Scores.of(0.2f, 0.38f, 0.2f, 0.22f), 2);

    assertThat(show(Scores.of(0.2f, 0.32f, 0.24f, 0.24f), 2).sure()).isTrue();
    assertThat(show(Scores.of(0.24f, 0.28f, 0.24f, 0.24f), 2).sure()).isFalse();
    assertThat(show(Scores.of(0.2f, 0.32f, 0.24f, 0.24f), 2).sure()).isFalse();
  }

  @Test
  void update_isNotSureWithoutAClearAnswer() {
    Label label = show(Scores.of(0.34f, 0.33f, 0.33f), 1);

    assertThat(label).extracting(Label::label, Label::sure).containsExactly(0, false);
  }

  @Test
  void update_doesNotDependOnTheFrameRate() {
    LabelSmoother slow = new LabelSmoother(LabelSettings.smooth());
    LabelSmoother fast = new LabelSmoother(LabelSettings.smooth());
    for (int i = 0; i <= 150; i++) {
      fast.update(1, i < 90 ? NEUTRAL : HAPPY, true, i * STEP);
      if (i % 3 == 0) {
        slow.update(1, i < 90 ? NEUTRAL : HAPPY, true, i * STEP);
      }
    }

    float difference = label(fast).probabilities().get(0) - label(slow).probabilities().get(0);
    assertThat(Math.abs(difference)).isLessThan(0.02f);
  }

  @Test
  void update_givesTheBareAnswerWhenRaw() {
    LabelSmoother raw = new LabelSmoother(LabelSettings.raw());
    raw.update(1, NEUTRAL, true, 0);
    raw.update(1, HAPPY, true, STEP);

    assertThat(label(raw)).isEqualTo(new Label(HAPPY, 0, 0.9f, true));
  }

  @Test
  void update_forgetsAFaceOfWhichNothingIsSaid() {
    show(NEUTRAL, 2);
    smoother.update(2, HAPPY, true, time + 1.1);

    assertThat(smoother.label(1)).isEmpty();
    smoother.update(1, HAPPY, true, time + 1.1);
    assertThat(label(smoother).label()).isZero();
  }

  @Test
  void label_isEmptyForAFaceThatWasNeverClassified() {
    assertThat(smoother.label(1)).isEmpty();
  }
}
