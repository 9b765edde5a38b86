package ferlive.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.testing.Clips;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoSourceTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"mp4, 30", "mp4, 29.97", "matroska, 25", "avi, 12"})
  void next_givesEveryFrameAtItsTime(String format, double fps) throws IOException {
    Path clip = Clips.write(folder.resolve("clip"), format, 64, 48, fps, 20);

    try (FrameSource source = Sources.open(clip.toString())) {
      assertThat(source.info().kind()).isEqualTo(SourceKind.VIDEO);
      assertThat(source.info().width()).isEqualTo(64);
      assertThat(source.info().fps()).isCloseTo(fps, within(0.1));
      for (int i = 0; i < 20; i++) {
        try (Frame frame = source.next().orElseThrow()) {
          assertThat(frame.sequence()).isEqualTo(i);
          assertThat(frame.time()).isCloseTo(i / fps, within(0.001));
          assertThat(frame.image().ptr(20, 20).get(0) & 0xff).isCloseTo(Clips.gray(i), within(7));
        }
      }
      assertThat(source.next()).isEmpty();
      assertThat(source.next()).isEmpty();
    }
  }

  @Test
  void next_copiesRowsOfWidthsThatFfmpegPads() throws IOException {
    Path clip = Clips.write(folder.resolve("odd.mp4"), "mp4", 98, 50, 25, 3);

    try (FrameSource source = Sources.open(clip.toString());
        Frame frame = source.next().orElseThrow()) {
      assertThat(frame.width()).isEqualTo(98);
      assertThat(frame.image().ptr(49, 97).get(2) & 0xff).isCloseTo(Clips.gray(0), within(7));
    }
  }

  @ParameterizedTest
  @CsvSource({"mp4, +faststart", "matroska, ''", "avi, ''"})
  void next_givesWhatCameAndThenNamesTheCut(String format, String flags) throws IOException {
    Path clip = folder.resolve("cut");
    Clips.cut(Clips.write(clip, format, flags, 320, 240, 25, 100), 0.6);

    int frames = 0;
    try (FrameSource source = Sources.open(clip.toString())) {
      for (int i = 0; i < 40; i++) {
        source.next().orElseThrow().close();
        frames++;
      }
      assertThatThrownBy(() -> drain(source))
          .isInstanceOfSatisfying(
              AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
          .hasMessageContaining("cut short");
      assertThat(source.next()).isEmpty();
    }
    assertThat(frames).isEqualTo(40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"matroska", "m4v"})
  void next_endsAFileThatDoesNotSayItsLength(String format) throws IOException {
    Path clip = Clips.pipe(folder.resolve("piped"), format, 64, 48, 25, 20);

    try (FrameSource source = Sources.open(clip.toString())) {
      assertThat(source.info().kind()).isEqualTo(SourceKind.VIDEO);
      assertThat(drain(source)).isEqualTo(20);
    }
  }

  @Test
  void next_namesALossWhenAUrlWasCut() throws IOException {
    Path clip = Clips.write(folder.resolve("a.mp4"), "mp4", "+faststart", 320, 240, 25, 100);
    byte[] cut = Files.readAllBytes(Clips.cut(clip, 0.6));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, cut));
    server.start();

    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/a.mp4";
    try (FrameSource source = Sources.open(url)) {
      assertThatThrownBy(() -> drain(source))
          .isInstanceOfSatisfying(
              AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.SOURCE))
          .hasMessageContaining("cut short");
    } finally {
      server.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Test
  void open_refusesMp4WithoutItsIndex() throws IOException {
    Path clip = Clips.cut(Clips.write(folder.resolve("a.mp4"), "mp4", 64, 48, 25, 30), 0.8);

    assertThatThrownBy(() -> Sources.open(clip.toString()).close())
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
        .hasMessage(clip + ": not a video that can be read");
  }

  @Test
  void open_refusesText() throws IOException {
    Path file = Files.writeString(folder.resolve("a.mp4"), "no video at all\n".repeat(100));

    assertThatThrownBy(() -> Sources.open(file.toString()).close())
        .isInstanceOf(AppException.class)
        .hasMessageContaining("a.mp4");
  }

  @Test
  void open_readsANameWithAColon() throws IOException {
    Path clip = Clips.write(folder.resolve("http:clip.mp4"), "mp4", 64, 48, 25, 2);

    try (FrameSource source = Sources.open(clip.toString())) {
      assertThat(drain(source)).isEqualTo(2);
    }
  }

  @Test
  void next_leavesNothingNativeBehind() throws IOException {
    Path clip = Clips.write(folder.resolve("a.mp4"), "mp4", 64, 48, 25, 60);
    long before;
    long after;
    try (FrameSource source = Sources.open(clip.toString())) {
      source.next().orElseThrow().close();
      before = Pointer.totalCount();
      drain(source);
      after = Pointer.totalCount();
    }

    assertThat(after).isLessThanOrEqualTo(before);
  }

  private static int drain(FrameSource source) {
    int frames = 0;
    for (Optional<Frame> next = source.next(); next.isPresent(); next = source.next()) {
      next.get().close();
      frames++;
    }
    return frames;
  }
}
