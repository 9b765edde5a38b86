package ferlive.app.report;

import static ferlive.app.testing.FixedAnalyzer.LABELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Box;
import ferlive.app.frame.Frame;
import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import ferlive.app.result.Scores;
import ferlive.app.result.StageTimes;
import ferlive.app.sink.JsonlSink;
import ferlive.app.sink.LineOutput;
import ferlive.app.sink.ResultSink;
import ferlive.app.sink.SourceEvent;
import ferlive.app.source.SourceInfo;
import ferlive.app.source.SourceKind;
import ferlive.app.testing.Chromium;
import ferlive.app.testing.Frames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A report as a browser shows it. */
@Timeout(90)
class ReportInBrowserTest {
  private static final String NAME =
      "</title></style><script>document.title='broken'</script><img src=x onerror=\"document"
          + ".title='broken'\">\"&amp;.mp4";
  private static final int FRAMES = 200;

  /** Of each row, label and points; the first and the last point close the area. */
  private static final String DRAWN =
      "[...document.querySelectorAll('svg[data-face=\"1\"] polyline')].map(line => ({"
          + "label: line.dataset.label,"
          + "points: [...line.points].slice(1, -1).map(p => [p.x, p.y]),"
          + "top: line.getBoundingClientRect().top, height: line.getBoundingClientRect().height,"
          + "width: line.getBoundingClientRect().width}))";

  @TempDir private Path folder;
  private final ByteArrayOutputStream jsonl = new ByteArrayOutputStream();

  @Test
  void page_drawsTheValuesOfTheJsonlAndNothingElse() throws Exception {
    Path file = write();

    try (Chromium browser = Chromium.open(folder.resolve("profile"))) {
      browser.go(file.toUri().toString());

      JsonNode rows = browser.evaluate(DRAWN);
      assertThat(rows).hasSize(LABELS.size());
      List<JsonNode> frames = frames();
      for (int label = 0; label < LABELS.size(); label++) {
        JsonNode row = rows.get(label);
        assertThat(row.get("label").asText()).isEqualTo(LABELS.get(label));
        assertThat(row.get("points")).hasSize(FRAMES);
        double most = 0;
        for (int i = 0; i < FRAMES; i++) {
          double value = frames.get(i).at("/faces/0/probabilities/" + LABELS.get(label)).asDouble();
          most = Math.max(most, value);
          JsonNode point = row.get("points").get(i);
          assertThat(point.get(0).asDouble())
              .isCloseTo(frames.get(i).get("time").asDouble(), within(1e-5));
          assertThat(point.get(1).asDouble()).isCloseTo(value, within(1e-6));
        }
        double scale = row.get("width").asDouble() / 900;
        assertThat(row.get("height").asDouble()).isCloseTo(30 * most * scale, within(2.0));
      }
      assertThat(browser.evaluate("document.title").asText()).isEqualTo("Ferlive report");
      assertThat(
              browser
                  .evaluate(
                      "document.querySelector('h2 + p').parentNode.querySelector('h2')"
                          + ".textContent")
                  .asText())
          .isEqualTo(NAME);
      assertThat(browser.evaluate("document.scripts.length").asInt()).isZero();
      assertThat(browser.evaluate("performance.getEntriesByType('resource').length").asInt())
          .isZero();
      assertThat(browser.evaluate("document.body.scrollWidth <= innerWidth").asBoolean()).isTrue();
      assertThat(browser.evaluate("document.querySelector('ul').textContent").asText())
          .contains("<b>bad</b>");
    }
  }

  private Path write() {
    Path file = folder.resolve("r.html");
    Map<String, String> facts = Map.of("Model", "<script>document.title='broken'</script>");
    try (ReportSink report = new ReportSink(file, LABELS, facts, true);
        JsonlSink lines = new JsonlSink(LineOutput.to(jsonl), LABELS);
        Frames frames = new Frames();
        Frame picture = frames.gradient(64, 48, 0, 2)) {
      List<ResultSink> sinks = List.of(report, lines);
      SourceInfo info = new SourceInfo(NAME, SourceKind.VIDEO, 64, 48, 30, FRAMES);
      AppException fault = new AppException(ExitCode.INPUT, "x<b>bad</b>.mp4: no such file");
      sinks.forEach(sink -> sink.event(NAME, new SourceEvent.Started(info)));
      Random random = new Random(7);
      for (int i = 0; i < FRAMES; i++) {
        FrameResult result = result(i, random);
        sinks.forEach(sink -> sink.accept(NAME, picture, result));
      }
      sinks.forEach(sink -> sink.event(NAME, new SourceEvent.Ended(FRAMES)));
      report.event("x", new SourceEvent.Failed(fault));
    }
    return file;
  }

  private static FrameResult result(int frame, Random random) {
    float[] values = new float[LABELS.size()];
    float sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
      sum += values[i];
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= sum;
    }
    Scores scores = Scores.of(values);
    Box box = new Box(10, 10, 20, 20);
    FaceResult face =
        new FaceResult(
            1,
            box,
            OptionalDouble.empty(),
            scores,
            scores.winner(),
            scores.get(scores.winner()),
            true);
    return new FrameResult(frame, frame / 30.0, 64, 48, List.of(face), new StageTimes(0, 0, 0, 0));
  }

  private List<JsonNode> frames() throws IOException {
    List<JsonNode> frames = new ArrayList<>();
    for (String line : jsonl.toString(StandardCharsets.UTF_8).lines().toList()) {
      JsonNode tree = new ObjectMapper().readTree(line);
      if (tree.has("frame")) {
        frames.add(tree);
      }
    }
    return frames;
  }
}
