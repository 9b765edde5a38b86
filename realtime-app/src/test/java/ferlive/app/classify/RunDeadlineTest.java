package ferlive.app.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ferlive.app.onnx.OnnxEnvironment;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.testing.TinyModel;
import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@NoNativeLeaks
@Timeout(60)
class RunDeadlineTest {
  private static final Duration LIMIT = Duration.ofMillis(400);

  @TempDir private Path folder;

  @Test
  void run_isEndedWhenItIsLateAndTheNextOneRunsAgain() throws OrtException {
    Path slow = new TinyModel().taking(500).write(folder.resolve("slow.onnx"));
    try (OnnxNetwork network = open(slow)) {
      face(network);
      long start = System.nanoTime();

      assertThatThrownBy(() -> network.run(false)).isInstanceOf(OrtException.class);

      assertThat((System.nanoTime() - start) / 1e9).isBetween(0.4, 2.0);
      assertThat(network.wasLate()).isTrue();
      assertThatThrownBy(() -> network.run(false))
          .as("has its whole time")
          .isInstanceOf(OrtException.class);
      assertThat((System.nanoTime() - start) / 1e9).isGreaterThan(0.8);
    }
  }

  @Test
  void run_isLeftAloneInTime() throws OrtException, InterruptedException {
    Path quick = new TinyModel().write(folder.resolve("quick.onnx"));
    try (OnnxNetwork network = open(quick)) {
      face(network);
      for (int i = 0; i < 12; i++) {
        assertThat(network.run(false)).hasSize(7);
        Thread.sleep(50);
      }

      assertThat(network.wasLate()).isFalse();
    }
  }

  private static void face(OnnxNetwork network) {
    try (Scalar gray = new Scalar(90)) {
      network.batch().add().put(gray);
    }
  }

  private static OnnxNetwork open(Path file) throws OrtException {
    OrtSession session = OnnxEnvironment.get().createSession(file.toString());
    return new OnnxNetwork(session, new ContractReader(file).read(session), LIMIT);
  }
}
