package ferlive.app.sink;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import ferlive.app.source.SourceInfo;
import ferlive.app.source.SourceKind;
import ferlive.app.testing.FixedAnalyzer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextSinkTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void accept_writesALineAPicture() {
    run(SourceKind.PICTURES, 1);

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("a: happy 0.9 at 10,12 30x30; not sure (neutral 0.25) at -5,20 16x16\n");
  }

  @Test
  void event_writesALineAVideo() {
    run(SourceKind.VIDEO, 4);

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "a: 4 frames, 0.3 s, a face in 2 frames, at most 2 at once:"
                + " happy 50%, not sure 50%\n");
  }

  private void run(SourceKind kind, int frames) {
    try (TextSink sink = new TextSink(LineOutput.to(bytes), FixedAnalyzer.LABELS);
        FramePool pool = new FramePool()) {
      sink.event("a", new SourceEvent.Started(new SourceInfo("a", kind, 0, 0, 10, frames)));
      for (int i = 0; i < frames; i++) {
        try (Frame frame = pool.take(i, i * 0.1, 0)) {
          sink.accept("a", frame, FixedAnalyzer.result(i, i * 0.1, 64, 48));
        }
      }
      sink.event("a", new SourceEvent.Ended(frames));
    }
  }
}
