package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.classify.Device;
import ferlive.app.frame.Frame;
import ferlive.app.source.SourceKind;
import ferlive.app.testing.Frames;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.testing.SharedMedia;
import ferlive.app.testing.TinyModel;
import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream of any length uses the memory of a short one. */
@NoNativeLeaks
class FaceAnalyzerMemoryTest {
  private static final int WARM_UP = 60;
  private static final int FRAMES = 500;

  /** Pixels of 500 frames of 1126x661 would be a hundred times as much. */
  private static final long MOST_GROWTH = 12L << 20;

  @TempDir Path folder;

  @Test
  void analyze_keepsNoNativeMemoryOfAFrame() {
    Path model = new TinyModel().write(folder.resolve("tiny.onnx"));
    AnalyzerConfig config =
        new AnalyzerConfig(
            model.toString(),
            false,
            DetectorChoice.of(DetectorName.HAAR),
            Device.CPU,
            1,
            false,
            false);
    try (FaceAnalyzer analyzer = FaceAnalyzer.open(config);
        Frames frames = new Frames();
        Frame picture = frames.picture(SharedMedia.file("two-people.jpg"))) {
      analyzer.reset(SourceKind.VIDEO);
      run(analyzer, frames, picture, 0, WARM_UP);
      long objects = Pointer.totalCount();
      long bytes = Pointer.physicalBytes();

      run(analyzer, frames, picture, WARM_UP, FRAMES);

      assertThat(Pointer.totalCount()).isEqualTo(objects);
      assertThat(Pointer.physicalBytes() - bytes).isLessThan(MOST_GROWTH);
    }
  }

  private static void run(FaceAnalyzer analyzer, Frames frames, Frame picture, int from, int n) {
    for (int i = from; i < from + n; i++) {
      try (Frame frame = frames.copy(picture, i, i / 30.0)) {
        assertThat(analyzer.analyze(frame).faces()).hasSize(i < 2 ? 0 : 2);
      }
    }
  }
}
