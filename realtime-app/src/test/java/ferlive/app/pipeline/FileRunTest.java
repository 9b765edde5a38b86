package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.classify.Device;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.sink.JsonlSink;
import ferlive.app.sink.LineOutput;
import ferlive.app.source.DemoSource;
import ferlive.app.source.SourceKind;
import ferlive.app.source.Sources;
import ferlive.app.testing.Clips;
import ferlive.app.testing.EventSink;
import ferlive.app.testing.FirstFrames;
import ferlive.app.testing.FixedAnalyzer;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.testing.TinyModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NoNativeLeaks
class FileRunTest {
  private static final int DEMO_FRAMES = 12;

  @TempDir private Path folder;
  private final FixedAnalyzer analyzer = new FixedAnalyzer();
  private final EventSink sink = new EventSink();

  @Test
  void analyze_givesEveryFrameInOrder() throws IOException {
    Path clip = Clips.write(folder.resolve("a.mp4"), "mp4", 64, 48, 25, 7);

    FileRun run = new FileRun(analyzer, sink, () -> false);
    run.analyze(clip.toString(), Sources::open);

    assertThat(sink.frames()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(sink.events()).containsExactly("Started", "Ended");
    assertThat(analyzer.streams()).containsExactly(SourceKind.VIDEO);
    assertThat(run.faults()).isEmpty();
  }

  @Test
  void analyze_goesOnAfterABadSource() throws IOException {
    Path cut = folder.resolve("cut.mp4");
    Clips.cut(Clips.write(cut, "mp4", "+faststart", 320, 240, 25, 40), 0.6);
    Path good = Clips.write(folder.resolve("good.mp4"), "mp4", 64, 48, 25, 2);

    FileRun run = new FileRun(analyzer, sink, () -> false);
    run.analyze("nowhere.mp4", Sources::open);
    run.analyze(cut.toString(), Sources::open);
    run.analyze(good.toString(), Sources::open);

    assertThat(run.faults())
        .extracting(AppException::exitCode)
        .containsExactly(ExitCode.INPUT, ExitCode.INPUT);
    assertThat(sink.frames()).hasSizeGreaterThan(12);
    assertThat(sink.events())
        .containsExactly("Failed", "Ended", "Started", "Failed", "Ended", "Started", "Ended");
  }

  @Test
  void analyze_endsEarlyWhenStopped() throws IOException {
    Path clip = Clips.write(folder.resolve("a.mp4"), "mp4", 64, 48, 25, 7);

    new FileRun(analyzer, sink, () -> sink.frames().size() == 3)
        .analyze(clip.toString(), Sources::open);

    assertThat(sink.frames()).hasSize(3);
    assertThat(sink.events()).containsExactly("Started");
  }

  @Test
  void analyze_passesOnFaultsThatAreNotTheSources() {
    AppException fault = new AppException(ExitCode.MODEL, "no");

    assertThatThrownBy(
            () ->
                new FileRun(analyzer, sink, () -> false)
                    .analyze(
                        "a",
                        spec -> {
                          throw fault;
                        }))
        .isSameAs(fault);
  }

  @Test
  void analyze_writesTheSameOnEveryRunForAnyNumberOfThreads() {
    String first = jsonl(1);

    assertThat(first.lines()).hasSize(DEMO_FRAMES + 1);
    assertThat(first.lines().limit(1)).singleElement().asString().contains("\"track\":1");
    for (int threads : new int[] {2, 4, 4, 4}) {
      assertThat(jsonl(threads)).as("%d threads", threads).isEqualTo(first);
    }
  }

  private String jsonl(int threads) {
    Path model = new TinyModel().write(folder.resolve("tiny.onnx"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AnalyzerConfig config =
        new AnalyzerConfig(
            model.toString(),
            false,
            DetectorChoice.of(DetectorName.HAAR),
            Device.CPU,
            threads,
            false,
            false);
    try (FaceAnalyzer opened = FaceAnalyzer.open(config);
        JsonlSink written = new JsonlSink(LineOutput.to(out), opened.labels())) {
      new FileRun(opened, written, () -> false)
          .analyze("demo", spec -> new FirstFrames(new DemoSource(), DEMO_FRAMES));
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
