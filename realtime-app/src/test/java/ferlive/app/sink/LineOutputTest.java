package ferlive.app.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineOutputTest {
  private static final Path NULL = Path.of("/dev/null");

  @TempDir private Path folder;

  @Test
  void line_isThereAtOnceAndForTheOwnerOnly() throws IOException {
    Path file = folder.resolve("a.jsonl");

    try (LineOutput out = LineOutput.open(file.toString(), new ByteArrayOutputStream())) {
      out.line("schön");
      assertThat(file).hasContent("schön\n");
    }

    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void open_keepsFromOthersAlsoWhatTheyCouldReadBefore() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), "old");
    assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    String device = PosixFilePermissions.toString(Files.getPosixFilePermissions(NULL));

    LineOutput.open(file.toString(), new ByteArrayOutputStream()).close();
    LineOutput.open(NULL.toString(), new ByteArrayOutputStream()).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(NULL)))
        .isEqualTo(device);
  }

  @Test
  void open_refusesAFileInNoFolder() {
    String file = folder.resolve("nowhere/a.csv").toString();

    assertThatThrownBy(() -> LineOutput.open(file, new ByteArrayOutputStream()).close())
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT))
        .hasMessage(file + ": cannot be written (no such folder)");
  }

  @Test
  void checkWritable_leavesTheFileAsItWas() throws IOException {
    Path there = Files.writeString(folder.resolve("a.json"), "old");
    Path absent = folder.resolve("b.json");

    LineOutput.checkWritable(there.toString());
    LineOutput.checkWritable(absent.toString());

    assertThat(there).hasContent("old");
    assertThat(absent).doesNotExist();
    assertThatThrownBy(() -> LineOutput.checkWritable(folder.toString()))
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT));
  }

  @Test
  void line_failsOnAFullDisk() {
    assumeThat(Path.of("/dev/full")).as("a device that is always full").exists();

    assertThatThrownBy(
            () -> {
              try (LineOutput out = LineOutput.open("/dev/full", new ByteArrayOutputStream())) {
                out.line("x");
              }
            })
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT))
        .hasMessageContaining("No space left");
  }

  @Test
  void line_leavesNoPartOfItselfOnADiskThatIsFull() throws IOException {
    Path file = folder.resolve("a.jsonl");

    try (LineOutput out =
        new LineOutput("a.jsonl", new SmallDisk(OutputFiles.create(file), 8), Optional.of(file))) {
      out.line("whole");
      assertThatThrownBy(() -> out.line("whole"))
          .isInstanceOfSatisfying(
              AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT));
    }

    assertThat(file).hasContent("whole\n");
  }

  /** Takes so many bytes and no more. */
  private static final class SmallDisk extends FilterOutputStream {
    private int room;

    SmallDisk(OutputStream file, int room) {
      super(file);
      this.room = room;
    }

    @Override
    public void write(int b) throws IOException {
      if (room == 0) {
        throw new IOException("No space left on device");
      }
      room--;
      out.write(b);
    }
  }

  @Test
  void line_tellsAClosedPipeFromAFault() {
    OutputStream pipe =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    try (LineOutput out = LineOutput.to(pipe)) {
      assertThatThrownBy(() -> out.line("x")).isInstanceOf(PipeClosedException.class);
    }
  }
}
