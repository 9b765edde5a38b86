package ferlive.app.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ferlive.app.asset.AssetFile;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadDeadlineTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private AssetFile file;

  @BeforeEach
  void writeFile() throws IOException {
    file = AssetFile.read(Files.writeString(folder.resolve("a.onnx"), "x"), "model", 9);
  }

  @Test
  void load_givesWhatIsReadyInTime() {
    assertThat(LoadDeadline.load(file, LONG, () -> "ready", late -> {})).isEqualTo("ready");
  }

  @Test
  void load_refusesWhatIsNotReadyAndClosesItLater() throws InterruptedException {
    CountDownLatch loading = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);

    assertThatExceptionOfType(AppException.class)
        .isThrownBy(
            () ->
                LoadDeadline.load(
                    file, Duration.ofMillis(50), () -> wait(loading), late -> closed.countDown()))
        .withMessageContaining("a.onnx takes longer than 50 ms to load")
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.MODEL));

    loading.countDown();
    assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void load_passesErrorsOn() {
    AppException fault = new AppException(ExitCode.DEVICE, "no device");

    assertThatExceptionOfType(AppException.class)
        .isThrownBy(
            () ->
                LoadDeadline.load(
                    file,
                    LONG,
                    () -> {
                      throw fault;
                    },
                    late -> {}))
        .isSameAs(fault);
    assertThatExceptionOfType(UnsatisfiedLinkError.class)
        .isThrownBy(
            () ->
                LoadDeadline.load(
                    file,
                    LONG,
                    () -> {
                      throw new UnsatisfiedLinkError("no library");
                    },
                    late -> {}));
  }

  private static String wait(CountDownLatch latch) {
    try {
      latch.await();
      return "late";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
