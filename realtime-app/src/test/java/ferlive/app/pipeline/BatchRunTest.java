package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.error.AppException;
import ferlive.app.sink.JsonlSink;
import ferlive.app.sink.LineOutput;
import ferlive.app.testing.Clips;
import ferlive.app.testing.EventSink;
import ferlive.app.testing.FixedAnalyzer;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.testing.Pictures;
import ferlive.app.testing.SlowAnalyzer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BatchRunTest {
  private static final int PICTURES = 24;

  @TempDir private Path folder;
  private final List<FixedAnalyzer> opened = Collections.synchronizedList(new ArrayList<>());

  @Test
  void analyze_tellsInTheOrderOfTheInputsWhateverTheWorkers() throws IOException {
    List<String> inputs = pictures();
    inputs.add(3, Files.writeString(folder.resolve("bad.jpg"), "text").toString());
    inputs.add(clip());
    inputs.addAll(inputs.subList(0, 9));

    String one = jsonl(inputs, 1);

    assertThat(one.lines().filter(line -> line.contains("\"end\""))).hasSize(PICTURES + 11);
    assertThat(one).contains("\"track\":12,").contains("not a picture");
    assertThat(jsonl(inputs, 2)).isEqualTo(one);
    assertThat(jsonl(inputs, 4)).isEqualTo(one);
    assertThat(opened).allMatch(FixedAnalyzer::isClosed);
  }

  @Test
  @NoNativeLeaks
  void analyze_worksSideBySideWithAnAnalyzerForEachWorker() throws IOException {
    CyclicBarrier meeting = new CyclicBarrier(2);
    SlowAnalyzer first = SlowAnalyzer.doing(frame -> meet(meeting));
    List<SlowAnalyzer> others = Collections.synchronizedList(new ArrayList<>());
    EventSink sink = new EventSink();
    BatchRun run =
        new BatchRun(
            first,
            () -> {
              others.add(SlowAnalyzer.doing(frame -> meet(meeting)));
              return others.get(0);
            },
            2,
            sink,
            () -> false);

    run.analyze(pictures());

    assertThat(sink.frames()).hasSize(PICTURES);
    assertThat(others).singleElement().matches(SlowAnalyzer::isClosed);
    assertThat(first.isClosed()).isFalse();
  }

  private static void meet(CyclicBarrier meeting) {
    try {
      meeting.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("worked alone", e);
    }
  }

  @Test
  void analyze_keepsFaultsInOrder() throws IOException {
    List<String> inputs = pictures();
    inputs.add(5, Files.writeString(folder.resolve("b.jpg"), "text").toString());
    inputs.add(1, Files.writeString(folder.resolve("a.jpg"), "text").toString());
    inputs.add("missing.mp4");
    BatchRun run = run(new FixedAnalyzer(), inputs.size(), new EventSink());

    run.analyze(inputs);

    assertThat(run.faults())
        .extracting(AppException::getMessage)
        .satisfiesExactly(
            first -> assertThat(first).contains("a.jpg"),
            second -> assertThat(second).contains("b.jpg"),
            third -> assertThat(third).contains("missing.mp4"));
  }

  @Test
  @NoNativeLeaks
  void analyze_stopsSoonAndPassesOnAFaultOfTheAnalysis() throws IOException {
    EventSink sink = new EventSink();
    new BatchRun(new FixedAnalyzer(), this::open, 3, sink, () -> sink.frames().size() == 5)
        .analyze(pictures());
    assertThat(sink.frames()).hasSize(5);

    SlowAnalyzer broken =
        SlowAnalyzer.doing(
            frame -> {
              throw new IllegalStateException("broken");
            });
    assertThatThrownBy(
            () ->
                new BatchRun(broken, () -> broken, 2, new EventSink(), () -> false)
                    .analyze(pictures()))
        .hasMessage("broken");
  }

  private String jsonl(List<String> inputs, int workers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonlSink sink = new JsonlSink(LineOutput.to(out), FixedAnalyzer.LABELS)) {
      new BatchRun(new FixedAnalyzer(), this::open, workers, sink, () -> false).analyze(inputs);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private BatchRun run(FrameAnalyzer analyzer, int workers, EventSink sink) {
    return new BatchRun(analyzer, this::open, workers, sink, () -> false);
  }

  private FixedAnalyzer open() {
    FixedAnalyzer analyzer = new FixedAnalyzer();
    opened.add(analyzer);
    return analyzer;
  }

  private List<String> pictures() throws IOException {
    List<String> pictures = new ArrayList<>();
    for (int i = 0; i < PICTURES; i++) {
      pictures.add(Pictures.write(folder.resolve(i + ".png"), 320 - 10 * i, 24).toString());
    }
    return pictures;
  }

  private String clip() throws IOException {
    return Clips.write(folder.resolve("a.mp4"), "mp4", 64, 48, 25, 3).toString();
  }
}
