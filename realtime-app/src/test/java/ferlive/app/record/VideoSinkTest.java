package ferlive.app.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.sink.SourceEvent;
import ferlive.app.source.FrameSource;
import ferlive.app.source.SourceInfo;
import ferlive.app.source.Sources;
import ferlive.app.testing.Clips;
import ferlive.app.testing.FixedAnalyzer;
import ferlive.app.testing.Frames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoSinkTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"64, 48, 30", "98, 50, 29.97", "320, 240, 12"})
  void accept_writesEveryFrameAtItsTime(int width, int height, double fps) throws IOException {
    Path clip = Clips.write(folder.resolve("in.mp4"), "mp4", width, height, fps, 25);
    Path annotated = folder.resolve("out.mp4");

    copy(clip, annotated);

    assertThat(folder).isDirectoryNotContaining("glob:**.part");
    try (FrameSource source = Sources.open(annotated.toString())) {
      SourceInfo info = source.info();
      assertThat(info.width()).isEqualTo(width);
      assertThat(info.height()).isEqualTo(height);
      for (int i = 0; i < 25; i++) {
        try (Frame frame = source.next().orElseThrow()) {
          assertThat(frame.time()).isCloseTo(i / fps, within(0.001));
          if (i % 2 == 1) {
            assertThat(frame.image().ptr(height - 4, width - 4).get(0) & 0xff)
                .isCloseTo(Clips.gray(i), within(10));
          }
        }
      }
      assertThat(source.next()).isEmpty();
    }
  }

  @Test
  void close_leavesNoFileWithoutAFrame() {
    Path annotated = folder.resolve("out.mp4");

    new VideoSink(annotated, FixedAnalyzer.LABELS).close();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void close_leavesNoFileThatIsNotWhole() throws IOException {
    Path annotated = folder.resolve("out.mp4");
    Path part = folder.resolve(".out.mp4.part");
    try (Frames frames = new Frames();
        Frame frame = frames.plain(64, 48, 100);
        VideoSink sink = new VideoSink(annotated, FixedAnalyzer.LABELS)) {
      sink.accept("in", frame, FixedAnalyzer.result(1, 0, 64, 48));
      // What the encoder writes from here on is lost, as on a full disk.
      Files.delete(part);
      Files.writeString(part, "no video");

      assertThatThrownBy(sink::close)
          .isInstanceOfSatisfying(
              AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT))
          .hasMessageContaining("whole");
    }

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void close_leavesNoFileWhenTheDiskIsFull() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "skipped: there is no " + full);
    Path clip = Clips.write(folder.resolve("in.mp4"), "mp4", 64, 48, 25, 10);
    Files.createSymbolicLink(folder.resolve(".out.mp4.part"), full);
    Path annotated = folder.resolve("out.mp4");

    assertThatThrownBy(() -> copy(clip, annotated))
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT))
        .hasMessageContaining("out.mp4");

    assertThat(folder).isDirectoryNotContaining("glob:**out.mp4*");
  }

  @Test
  void constructor_refusesAFolderThatIsNotThere() {
    Path file = folder.resolve("nowhere/out.mp4");

    assertThatThrownBy(() -> new VideoSink(file, FixedAnalyzer.LABELS).close())
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT))
        .hasMessageContaining("nowhere");
  }

  private static void copy(Path clip, Path annotated) {
    try (FrameSource source = Sources.open(clip.toString());
        VideoSink sink = new VideoSink(annotated, FixedAnalyzer.LABELS)) {
      sink.event("in", new SourceEvent.Started(source.info()));
      for (Optional<Frame> next = source.next(); next.isPresent(); next = source.next()) {
        try (Frame frame = next.get()) {
          sink.accept(
              "in",
              frame,
              FixedAnalyzer.result(frame.sequence(), frame.time(), frame.width(), frame.height()));
        }
      }
    }
  }
}
