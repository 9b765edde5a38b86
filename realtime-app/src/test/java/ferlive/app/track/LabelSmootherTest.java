package ferlive.app.track;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.result.Scores;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelSmootherTest {
  private static final double STEP = 1.0 / 30;
  private static final Scores NEUTRAL = Scores.of(0.1f, 0.8f, 0.1f);
  private static final Scores HAPPY = Scores.of(0.9f, 0.05f, 0.05f);

  private final LabelSmoother smoother = new LabelSmoother(TrackSettings.smooth());
  private double time;

  private Label show(Scores scores, double seconds) {
    for (double end = time + seconds; time < end; time += STEP) {
      smoother.update(1, scores, time);
    }
    return smoother.label(1);
  }

  @Test
  void update_showsTheFirstAnswerAsItIs() {
    smoother.update(1, HAPPY, 0);

    assertThat(smoother.label(1)).isEqualTo(new Label(HAPPY, 0, 0.9f, true));
  }

  @Test
  void update_isNeverSureOfAShortFlicker() {
    show(NEUTRAL, 2);

    for (double end = time + 0.3; time < end; time += STEP) {
      smoother.update(1, HAPPY, time);
      Label label = smoother.label(1);
      assertThat(label.sure()).isEqualTo(label.label() == 1);
    }
    assertThat(show(NEUTRAL, 0.5)).extracting(Label::label, Label::sure).containsExactly(1, true);
  }

  @Test
  void update_switchesWithinSixTenthsOfASecond() {
    show(NEUTRAL, 2);

    assertThat(show(HAPPY, 0.6)).extracting(Label::label, Label::sure).containsExactly(0, true);
  }

  @Test
  void update_isNotSureOfASmallLead() {
    show(Scores.of(0.1f, 0.5f, 0.4f), 2);

    assertThat(show(Scores.of(0.1f, 0.42f, 0.48f), 3))
        .extracting(Label::label, Label::sure)
        .containsExactly(2, false);
  }

  @Test
  void update_isNotSureWithoutAClearAnswer() {
    Label label = show(Scores.of(0.34f, 0.33f, 0.33f), 1);

    assertThat(label).extracting(Label::label, Label::sure).containsExactly(0, false);
  }

  @Test
  void update_doesNotDependOnTheFrameRate() {
    LabelSmoother slow = new LabelSmoother(TrackSettings.smooth());
    LabelSmoother fast = new LabelSmoother(TrackSettings.smooth());
    for (int i = 0; i <= 150; i++) {
      fast.update(1, i < 90 ? NEUTRAL : HAPPY, i * STEP);
      if (i % 3 == 0) {
        slow.update(1, i < 90 ? NEUTRAL : HAPPY, i * STEP);
      }
    }

    float difference = fast.label(1).probabilities().get(0) - slow.label(1).probabilities().get(0);
    assertThat(Math.abs(difference)).isLessThan(0.02f);
  }

  @Test
  void update_givesTheBareAnswerWhenRaw() {
    LabelSmoother raw = new LabelSmoother(TrackSettings.smooth().withRawLabels());
    raw.update(1, NEUTRAL, 0);
    raw.update(1, HAPPY, STEP);

    assertThat(raw.label(1)).isEqualTo(new Label(HAPPY, 0, 0.9f, true));
  }

  @Test
  void retain_forgetsFacesThatAreGone() {
    show(NEUTRAL, 2);
    smoother.retain(List.of());
    smoother.update(1, HAPPY, time);

    assertThat(smoother.label(1).label()).isEqualTo(0);
  }
}
