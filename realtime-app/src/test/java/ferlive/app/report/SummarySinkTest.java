package ferlive.app.report;

import static ferlive.app.testing.Results.GLAD;
import static ferlive.app.testing.Results.LABELS;
import static ferlive.app.testing.Results.SAD;
import static ferlive.app.testing.Results.frame;
import static ferlive.app.testing.Results.sure;
import static ferlive.app.testing.Results.unsure;
import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.sink.LineOutput;
import ferlive.app.sink.SourceEvent;
import ferlive.app.source.SourceInfo;
import ferlive.app.source.SourceKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummarySinkTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final SummarySink sink = new SummarySink(LineOutput.to(bytes), LABELS);

  @Test
  void close_tellsSecondsSharesAndChangesOfEveryFace() {
    start("a.mp4", SourceKind.VIDEO);
    for (int i = 0; i < 10; i++) {
      sink.accept("a.mp4", frame(i, sure(1, i < 5 ? SAD : GLAD), unsure(2, SAD)));
    }
    sink.accept("a.mp4", frame(10));
    sink.event("a.mp4", new SourceEvent.Ended(11));
    sink.close();

    assertThat(lines())
        .containsExactly(
            "a.mp4: 1.1 s, 11 frames, 10 with a face",
            "    face   seconds changes/min  not sure       sad      glad",
            "       1       1.0        60.0        0%       50%       50%",
            "       2       1.0         0.0      100%        0%        0%");
  }

  @Test
  void close_tellsOfPicturesTogether() {
    for (String picture : List.of("a.jpg", "b.jpg", "c.jpg")) {
      start(picture, SourceKind.PICTURES);
      sink.accept(picture, picture.equals("c.jpg") ? frame(0) : frame(0, sure(1, GLAD)));
      sink.event(picture, new SourceEvent.Ended(1));
    }
    sink.close();
    sink.close();

    assertThat(lines()).hasSize(3).first().isEqualTo("3 pictures, 2 with a face");
    assertThat(lines().get(2)).matches(" +2 +0% +0% +100%");
  }

  @Test
  void close_countsTheManyThatWereSeenShortly() {
    int faces = SourceTally.MOST_TRACKS + 30;
    start("day", SourceKind.LIVE);
    for (int i = 0; i < faces; i++) {
      sink.accept("day", frame(i, sure(i + 1, SAD)));
    }
    sink.close();

    int more = faces - SummaryText.MOST_FACES;
    assertThat(lines()).hasSize(SummaryText.MOST_FACES + 3);
    assertThat(lines()).last().isEqualTo("  and " + more + " more for 21.0 s together");
  }

  @Test
  void close_doesNotCountATimeInWhichTheStreamStoodStill() {
    start("camera", SourceKind.LIVE);
    sink.accept("camera", frame(0, sure(1, SAD)));
    sink.accept("camera", frame(600, sure(1, SAD)));
    sink.close();

    assertThat(lines()).last().asString().startsWith("       1       2.0 ");
  }

  private void start(String source, SourceKind kind) {
    sink.event(source, new SourceEvent.Started(new SourceInfo(source, kind, 64, 48, 10, -1)));
  }

  private List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
