package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ferlive.app.error.ExitCode;
import ferlive.app.testing.FakeCameras;
import ferlive.app.testing.Fault;
import ferlive.app.testing.FaultyMjpegServer;
import ferlive.app.testing.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class LiveCommandSourceTest extends LiveCommandRuns {
  @Test
  void source_isRefusedWhenItIsNotThere() {
    int code = live("--source", folder.resolve("none.mp4").toString(), "--headless");

    assertThat(code).isEqualTo(ExitCode.INPUT.code());
    assertThat(text(err)).contains("none.mp4");
    assertThat(analyzer.isClosed()).isTrue();
  }

  @Test
  void source_isRefusedBeforeTheModelWhenItIsOfAnUnknownKind() {
    assertThat(live("--source", "ftp://host/a.mp4", "--headless")).isEqualTo(ExitCode.USAGE.code());
    assertThat(analyzer.isClosed()).isFalse();
  }

  @Test
  void camera_isFoundByAPartOfItsName() {
    cameras = FakeCameras.named("Integrated Camera", "Logitech C920");

    assertThat(live("--source", "logitech", "--headless")).isEqualTo(ExitCode.SOURCE.code());

    // There is no device file of that number.
    assertThat(text(err)).contains("camera 91: there is no such camera");
  }

  @Test
  void camera_isRefusedWhenItsNameMayBeAnyOfSeveral() {
    cameras = FakeCameras.named("Logitech C920", "Logitech BRIO");

    assertThat(live("--source", "Logitech", "--headless")).isEqualTo(ExitCode.SOURCE.code());

    assertThat(text(err)).contains("90 (Logitech C920), 91 (Logitech BRIO)").hasLineCount(1);
  }

  @Test
  void camera_isRefusedWhenNoneHasTheName() {
    assertThat(live("--source", "Logitech", "--headless")).isEqualTo(ExitCode.SOURCE.code());

    assertThat(text(err)).contains("'Logitech' is no file, and no camera").hasLineCount(1);
  }

  @Test
  void camera_isRefusedBeforeTheModelWhenItIsAskedForWhatNoneCan() {
    assertThat(live("--camera-size", "huge")).isEqualTo(ExitCode.USAGE.code());
    assertThat(text(err)).contains("--camera-size is huge");
    assertThat(live("--camera-fps", "0")).isEqualTo(ExitCode.USAGE.code());
    assertThat(text(err)).contains("--camera-fps is 0");
    assertThat(analyzer.isClosed()).isFalse();
  }

  @Test
  void folder_isShownPictureByPicture() throws IOException {
    Pictures.write(folder.resolve("a.png"), 32, 24);

    int code = live("--source", folder.toString(), "--headless", "--frames", "1", "--jsonl", "-");

    assertThat(code).isZero();
    assertThat(text(out)).contains("\"frame\":0").contains(folder.toString());
  }

  @Test
  void auto_isRefusedWithAHintWhenThereIsNoCamera() {
    assumeTrue(
        IntStream.range(0, 64).allMatch(n -> Files.notExists(Path.of("/dev/video" + n))),
        "skipped: there is a camera on this machine");

    assertThat(live("--headless")).isEqualTo(ExitCode.SOURCE.code());
    assertThat(text(err)).contains("--source demo");
  }

  @Test
  void stream_thatIsLostAndComesBackIsToldWithoutItsCredentials() {
    try (FaultyMjpegServer server = new FaultyMjpegServer(new Fault.Close(60))) {
      String url = server.url();

      int code = live("--source", url, "--headless", "--frames", "80", "--jsonl", "-");

      assertThat(code).isZero();
      List<String> lines = text(out).lines().toList();
      assertThat(lines.stream().filter(line -> line.contains("\"event\"")))
          .satisfiesExactly(
              lost -> assertThat(lost).contains("source-lost").contains("the stream ended"),
              back -> assertThat(back).contains("source-back").contains("\"seconds\":"),
              end -> assertThat(end).contains("\"end\""));
      assertThat(text(out) + text(err)).doesNotContain("secret").contains("http://***@127.0.0.1");
    }
  }

  @Test
  void stream_isLostForGoodAfterTheRetriesAllowed() {
    try (FaultyMjpegServer server = new FaultyMjpegServer(new Fault.Flap(30))) {
      int code = live("--source", server.url(), "--headless", "--max-retries", "0");

      assertThat(code).isEqualTo(ExitCode.SOURCE.code());
      assertThat(text(err)).contains("is lost for good").doesNotContain("secret", "Exception");
    }
  }

  @Test
  void maxRetries_areRefusedBelowZero() {
    assertThat(live("--source", "demo", "--max-retries", "-1")).isEqualTo(ExitCode.USAGE.code());
    assertThat(text(err)).contains("--max-retries is -1");
  }

  @ParameterizedTest
  @CsvSource({"97, 5", "nowhere.mp4, 3", "http://127.0.0.1:9/a, 5", "rtsp://127.0.0.1:9/a, 5"})
  void source_thatIsNotThereIsToldInOneLineWithinFiveSeconds(String source, int code) {
    long start = System.nanoTime();

    assertThat(live("--source", source, "--headless", "--quiet")).isEqualTo(code);

    assertThat((System.nanoTime() - start) / 1e9).isLessThan(5);
    assertThat(text(err).lines()).singleElement().asString().contains(source);
  }
}
