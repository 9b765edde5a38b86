package ferlive.app.report;

import static ferlive.app.testing.Results.LABELS;
import static ferlive.app.testing.Results.SAD;
import static ferlive.app.testing.Results.frame;
import static ferlive.app.testing.Results.sure;
import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.sink.SourceEvent;
import ferlive.app.source.SourceInfo;
import ferlive.app.source.SourceKind;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportDataTest {
  private static final int MOST_FACES = 300;
  private static final int PASSERS = 1000;

  @Test
  void add_keepsTheFacesThatStayOfTheManyThatPass() {
    ReportData data = new ReportData(LABELS, Map.of());
    SourceInfo info = new SourceInfo("day", SourceKind.LIVE, 64, 48, 10, -1);

    data.event("day", new SourceEvent.Started(info));
    for (int i = 0; i < 3 * PASSERS; i++) {
      data.add("day", frame(i, sure(1, SAD), sure(2 + i / 3, SAD)));
    }
    data.end();

    assertThat(IntStream.rangeClosed(1, PASSERS + 1).filter(data::tellsOf))
        .hasSizeBetween(MOST_FACES, MOST_FACES + 20)
        .contains(1);
    assertThat(data.tally().streams().get(0).tracks()).hasSize(SourceTally.MOST_TRACKS);
    assertThat(data.tally().streams().get(0).others())
        .isEqualTo(PASSERS + 1 - SourceTally.MOST_TRACKS);
  }
}
