package ferlive.app.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import ferlive.app.testing.FixedAnalyzer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonlSinkTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void accept_writesTheDocumentedForm() {
    write(0, 0);

    assertThat(lines())
        .containsExactly(
            "{\"schema\":1,\"source\":\"my \\\"clip\\\".mp4\",\"frame\":0,\"time\":0,\"faces\":["
                + "{\"track\":1,\"box\":[10,12.2,30,30],\"detection\":null,\"label\":\"happy\","
                + "\"score\":0.9,\"sure\":true,\"probabilities\":{\"angry\":0.0125,"
                + "\"disgust\":0.0125,\"fear\":0.025,\"happy\":0.9,\"neutral\":0.025,"
                + "\"sad\":0.0125,\"surprise\":0.0125}},"
                + "{\"track\":2,\"box\":[-4.5,20,16,16],\"detection\":0.98,\"label\":\"neutral\","
                + "\"score\":0.25,\"sure\":false,\"probabilities\":{\"angry\":0.125,"
                + "\"disgust\":0.125,\"fear\":0.125,\"happy\":0.125,\"neutral\":0.25,"
                + "\"sad\":0.125,\"surprise\":0.125}}]}");
  }

  @Test
  void accept_writesALineWithoutFaces() throws IOException {
    write(17, 0.5666666);

    JsonNode line = new ObjectMapper().readTree(lines().get(0));
    assertThat(line.get("frame").asInt()).isEqualTo(17);
    assertThat(line.get("time").asDouble()).isEqualTo(0.566667);
    assertThat(line.get("faces")).isEmpty();
  }

  @Test
  void event_writesErrorAndEnd() {
    try (JsonlSink sink = sink()) {
      AppException fault = new AppException(ExitCode.INPUT, "a.mp4: cut short");
      sink.event("a.mp4", new SourceEvent.Failed(fault));
      sink.event("a.mp4", new SourceEvent.Ended(17));
    }

    assertThat(lines())
        .containsExactly(
            "{\"schema\":1,\"source\":\"a.mp4\",\"event\":\"error\","
                + "\"message\":\"a.mp4: cut short\"}",
            "{\"schema\":1,\"source\":\"a.mp4\",\"event\":\"end\",\"frames\":17}");
  }

  @Test
  void event_writesLossAndReturnOnce() {
    try (JsonlSink sink = sink()) {
      sink.event("0", new SourceEvent.Lost("no picture for 5 s"));
      sink.event("0", new SourceEvent.Retrying(Duration.ofMillis(500)));
      sink.event("0", new SourceEvent.Back(Duration.ofMillis(1234)));
    }

    assertThat(lines())
        .containsExactly(
            "{\"schema\":1,\"source\":\"0\",\"event\":\"source-lost\","
                + "\"reason\":\"no picture for 5 s\"}",
            "{\"schema\":1,\"source\":\"0\",\"event\":\"source-back\",\"seconds\":1.234}");
  }

  private void write(long number, double time) {
    try (JsonlSink sink = sink();
        FramePool pool = new FramePool();
        Frame frame = pool.take(number, time, 0)) {
      sink.accept("my \"clip\".mp4", frame, FixedAnalyzer.result(number, time, 64, 48));
    }
  }

  private JsonlSink sink() {
    return new JsonlSink(LineOutput.to(bytes), FixedAnalyzer.LABELS);
  }

  private List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
