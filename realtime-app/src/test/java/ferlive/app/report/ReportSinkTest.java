package ferlive.app.report;

import static ferlive.app.testing.Results.GLAD;
import static ferlive.app.testing.Results.LABELS;
import static ferlive.app.testing.Results.frame;
import static ferlive.app.testing.Results.sure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.sink.SourceEvent;
import ferlive.app.source.SourceInfo;
import ferlive.app.source.SourceKind;
import ferlive.app.testing.Frames;
import ferlive.app.testing.NoNativeLeaks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NoNativeLeaks
class ReportSinkTest {
  @TempDir private Path folder;

  @Test
  void close_writesAWholePageForTheOwnerOnly() throws IOException {
    Path file = Files.writeString(folder.resolve("r.html"), "old");

    String page = report(file, false, SourceKind.VIDEO, 3);

    assertThat(page).startsWith("<!DOCTYPE html>").endsWith("</html>");
    assertThat(page).contains("Face 1", "a fact", "default-src 'none'").doesNotContain("<img");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void close_writesNothingWithoutAFrame() throws IOException {
    Path file = Files.writeString(folder.resolve("r.html"), "old");

    report(file, true, SourceKind.VIDEO, 0);

    assertThat(file).hasContent("old");
  }

  @Test
  void thumbnails_areKeptOnlyWhenAskedFor() throws IOException {
    String page = report(folder.resolve("r.html"), true, SourceKind.VIDEO, 3);

    assertThat(page).containsOnlyOnce("<img alt=\"face 1, glad\"");
    assertThat(page).contains("data:image/jpeg;base64,/9j/");
  }

  @Test
  void pictures_areListedUpToSomeHundred() throws IOException {
    String page =
        report(folder.resolve("r.html"), false, SourceKind.PICTURES, ReportData.MOST_ROWS + 7);

    assertThat(page).contains("glad 0.6", "507 pictures", "And 7 more pictures");
  }

  @Test
  void sink_isRefusedWhereItCannotWrite() {
    Path file = folder.resolve("none").resolve("r.html");

    assertThatThrownBy(() -> new ReportSink(file, LABELS, Map.of(), false).close())
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT));
  }

  private static String report(Path file, boolean thumbnails, SourceKind kind, int frames)
      throws IOException {
    try (ReportSink sink = new ReportSink(file, LABELS, Map.of("name", "a fact"), thumbnails);
        Frames pool = new Frames();
        Frame picture = pool.plain(64, 48, 100)) {
      sink.event("a", new SourceEvent.Started(new SourceInfo("a", kind, 64, 48, 10, -1)));
      for (int i = 0; i < frames; i++) {
        sink.accept("a", picture, frame(i, sure(1, GLAD)));
      }
    }
    return Files.readString(file);
  }
}
