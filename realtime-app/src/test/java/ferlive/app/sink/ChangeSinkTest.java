package ferlive.app.sink;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.frame.Box;
import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import ferlive.app.result.Scores;
import ferlive.app.result.StageTimes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ChangeSinkTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void accept_writesALineOnlyWhenSomethingChanges() {
    try (ChangeSink sink = new ChangeSink(LineOutput.to(out), List.of("happy", "sad"))) {
      accept(sink, 0);
      accept(sink, 0.5, face(1, 0, true));
      accept(sink, 1, face(1, 0, true));
      accept(sink, 1.5, face(1, 1, true), face(2, 0, false));
      accept(sink, 2, face(2, 0, false));
    }

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
                0.50 s  face 1: happy
                1.50 s  face 1: sad
                1.50 s  face 2: not sure
                2.00 s  face 1: gone
            """);
  }

  private static FaceResult face(int track, int label, boolean sure) {
    return new FaceResult(
        track,
        new Box(0, 0, 9, 9),
        OptionalDouble.empty(),
        Scores.of(0.5f, 0.5f),
        label,
        0.5,
        sure);
  }

  private static void accept(ChangeSink sink, double time, FaceResult... faces) {
    try (FramePool pool = new FramePool();
        Frame frame = pool.take(0, time, 0)) {
      sink.accept(
          "test",
          frame,
          new FrameResult(0, time, 9, 9, List.of(faces), new StageTimes(0, 0, 0, 0)));
    }
  }
}
