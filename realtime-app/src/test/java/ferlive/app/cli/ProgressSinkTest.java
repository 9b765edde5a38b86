package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.frame.Frame;
import ferlive.app.sink.SourceEvent;
import ferlive.app.source.SourceInfo;
import ferlive.app.source.SourceKind;
import ferlive.app.testing.Frames;
import ferlive.app.testing.Results;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressSinkTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long seconds;

  @Test
  void accept_drawsOneBarOverAllInputsAndWipesIt() {
    try (PrintStream terminal = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        ProgressSink sink =
            new ProgressSink(terminal, 2, () -> TimeUnit.SECONDS.toNanos(seconds))) {
      play(sink, "a.mp4", 4);
      play(sink, "a-clip-with-a-very-long-name.mp4", 4);
    }

    List<String> bars = List.of(bytes.toString(StandardCharsets.UTF_8).split("\r\u001b\\[K"));
    assertThat(bars).hasSize(9).first().asString().isEmpty();
    assertThat(bars.get(1))
        .isEqualTo("[##..................]  13% 1/2 1 frames/s  7 s left  a.mp4");
    assertThat(bars.get(8))
        .isEqualTo(
            "[####################] 100% 2/2 1 frames/s  0 s left  …th-a-very-long-name.mp4");
  }

  private void play(ProgressSink sink, String source, int frames) {
    SourceInfo info = new SourceInfo(source, SourceKind.VIDEO, 64, 48, 25, frames);
    sink.event(source, new SourceEvent.Started(info));
    try (Frames pool = new Frames();
        Frame picture = pool.plain(8, 8, 0)) {
      for (int i = 0; i < frames; i++) {
        seconds++;
        sink.accept(source, picture, Results.frame(i));
      }
    }
    sink.event(source, new SourceEvent.Ended(frames));
  }
}
