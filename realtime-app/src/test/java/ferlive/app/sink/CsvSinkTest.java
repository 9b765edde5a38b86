package ferlive.app.sink;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import ferlive.app.testing.FixedAnalyzer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvSinkTest {
  @Test
  void accept_writesTheDocumentedForm() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    try (CsvSink sink = new CsvSink(LineOutput.to(bytes), FixedAnalyzer.LABELS);
        FramePool pool = new FramePool();
        Frame frame = pool.take(0, 0, 0)) {
      sink.accept("a, \"b\".mp4", frame, FixedAnalyzer.result(0, 0, 64, 48));
      sink.accept("c.mp4", frame, FixedAnalyzer.result(1, 0.0333333, 64, 48));
    }

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "source,frame,time,track,x,y,width,height,detection,label,score,sure,"
                + "angry,disgust,fear,happy,neutral,sad,surprise",
            "\"a, \"\"b\"\".mp4\",0,0,1,10,12.2,30,30,,happy,0.9,true,"
                + "0.0125,0.0125,0.025,0.9,0.025,0.0125,0.0125",
            "\"a, \"\"b\"\".mp4\",0,0,2,-4.5,20,16,16,0.98,neutral,0.25,false,"
                + "0.125,0.125,0.125,0.125,0.25,0.125,0.125",
            "c.mp4,1,0.033333" + ",".repeat(16));
  }
}
