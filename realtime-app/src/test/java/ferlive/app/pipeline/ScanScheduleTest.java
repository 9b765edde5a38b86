package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.frame.Box;
import ferlive.app.frame.Frame;
import ferlive.app.source.SourceKind;
import ferlive.app.testing.Frames;
import ferlive.app.testing.NoNativeLeaks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@NoNativeLeaks
class ScanScheduleTest {
  private static final double FRAME = 1 / 30.0;
  private static final List<Box> KNOWN = List.of(new Box(10, 10, 20, 20));

  @Test
  void isDue_tenTimesASecondWhileSearching() {
    assertThat(due(0, true, 30)).containsExactly(0, 3, 6, 9, 12, 15, 18, 21, 24, 27);
  }

  @Test
  void isDue_onceASecondInAStillScene() {
    assertThat(due(0, false, 75)).containsExactly(0, 30, 60);
  }

  @Test
  void isDue_everyNthFrameWhereThatIsFixed() {
    assertThat(due(4, false, 10)).containsExactly(0, 4, 8);
  }

  @Test
  void isDue_atOnceWhenAFaceGotLost() {
    try (ScanSchedule schedule = new ScanSchedule(0);
        Frames frames = new Frames();
        Frame picture = frames.plain(64, 48, 90);
        Frame first = frames.copy(picture, 0, 0);
        Frame second = frames.copy(picture, 1, FRAME)) {
      schedule.reset(SourceKind.VIDEO);
      assertThat(schedule.isDue(first, KNOWN, false, false)).isTrue();

      assertThat(schedule.isDue(second, KNOWN, true, true)).isTrue();
    }
  }

  private static List<Integer> due(int every, boolean searching, int count) {
    List<Integer> due = new ArrayList<>();
    try (ScanSchedule schedule = new ScanSchedule(every);
        Frames frames = new Frames();
        Frame picture = frames.plain(64, 48, 90)) {
      schedule.reset(SourceKind.VIDEO);
      for (int i = 0; i < count; i++) {
        try (Frame frame = frames.copy(picture, i, i * FRAME)) {
          if (schedule.isDue(frame, KNOWN, searching, false)) {
            due.add(i);
            schedule.scanned();
          }
        }
      }
    }
    return due;
  }
}
