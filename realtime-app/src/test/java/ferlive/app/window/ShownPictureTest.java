package ferlive.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;
import ferlive.app.testing.FixedAnalyzer;
import ferlive.app.testing.Frames;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.view.Command;
import ferlive.app.view.SharedView;
import ferlive.app.view.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShownPictureTest {
  private static final long MILLI = 1_000_000;
  private static final FrameResult FACES = FixedAnalyzer.result(0, 0, 32, 24);

  private final Frames frames = new Frames();
  private final SharedView view = new SharedView(View.initial());
  private long now;
  private final ShownPicture shown = new ShownPicture(view, () -> now);

  @AfterEach
  void close() {
    shown.close();
    frames.close();
  }

  @Test
  void take_givesTheNewestPictureOnce() {
    analysed(10, 1);
    analysed(20, 2);

    assertThat(shown.take()).isTrue();
    assertThat(level()).isEqualTo(2);
    assertThat(shown.take()).isFalse();
    assertThat(level()).isEqualTo(2);
  }

  @Test
  void captured_isShownAtOnceBeforeTheFirstResult() {
    assertThat(captured(0, 1)).isTrue();

    shown.take();
    assertThat(level()).isEqualTo(1);
    assertThat(shown.faces(view.get())).isEmpty();
  }

  @Test
  void captured_isLeftOutWhileTheAnalysisKeepsUp() {
    analysed(0, 1);
    now = 50 * MILLI;

    assertThat(captured(33, 2)).isFalse();
  }

  @Test
  void captured_isShownWithTheLastFacesWhenTheAnalysisIsSlow() {
    analysed(0, 1);
    now = 150 * MILLI;

    assertThat(captured(140, 2)).isTrue();

    shown.take();
    assertThat(level()).isEqualTo(2);
    assertThat(shown.faces(view.get())).isEqualTo(FACES.faces());
  }

  @Test
  void analysed_doesNotGoBackToAnOlderPicture() {
    captured(0, 1);
    captured(400, 2);

    analysed(0, 1);

    shown.take();
    assertThat(level()).isEqualTo(2);
    assertThat(shown.faces(view.get())).isEqualTo(FACES.faces());
  }

  @Test
  void faces_areLeftOutWhenTheyAreTooOld() {
    analysed(0, 1);
    now = 3_000 * MILLI;
    captured(2_900, 2);

    shown.take();
    assertThat(shown.faces(view.get())).isEmpty();
  }

  @Test
  void captured_isNeverShownWhileFacesAreBlurred() {
    view.apply(Command.BLUR);

    assertThat(captured(0, 1)).isFalse();
  }

  @Test
  void picture_isHiddenWhileFacesAreBlurredAndNobodyHasLookedForThem() {
    analysed(0, 1);
    now = 3_000 * MILLI;
    captured(2_900, 2);
    shown.take();

    view.apply(Command.BLUR);

    assertThat(shown.picture(view.get()).empty()).isTrue();
    analysed(2_950, 3);
    shown.take();
    assertThat(level()).isEqualTo(3);
    assertThat(shown.faces(view.get())).isEqualTo(FACES.faces());
  }

  @Test
  void faces_areThoseOfTheShownPictureWhileTheyAreBlurred() {
    view.apply(Command.BLUR);
    analysed(0, 1);
    shown.take();
    try (Frame frame = frames.plain(32, 24, 2)) {
      shown.analysed(frame, FixedAnalyzer.result(1, 0, 32, 24));
    }

    assertThat(level()).isEqualTo(1);
    assertThat(shown.faces(view.get())).isEqualTo(FACES.faces());
  }

  @Test
  void pause_holdsThePicture() {
    analysed(0, 1);
    shown.take();
    view.apply(Command.PAUSE);

    assertThat(analysed(10, 2)).isFalse();
    assertThat(captured(20, 3)).isFalse();
    assertThat(shown.take()).isFalse();
    assertThat(level()).isEqualTo(1);
  }

  @Test
  @NoNativeLeaks
  void close_freesWhatIsHeld() {
    try (Frames own = new Frames();
        Frame frame = own.plain(32, 24, 1);
        ShownPicture picture = new ShownPicture(view, () -> now)) {
      picture.analysed(frame, FACES);
      picture.take();
      picture.captured(frame);
    }
  }

  private boolean analysed(long capturedMillis, int level) {
    try (Frame frame = frames.plain(32, 24, level)) {
      frame.captured(capturedMillis * MILLI);
      return shown.analysed(frame, FACES);
    }
  }

  private boolean captured(long capturedMillis, int level) {
    try (Frame frame = frames.plain(32, 24, level)) {
      frame.captured(capturedMillis * MILLI);
      return shown.captured(frame);
    }
  }

  private int level() {
    return shown.picture(view.get()).ptr(0, 0).get(0);
  }
}
