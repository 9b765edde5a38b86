package ferlive.app.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineOutputTest {
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
        new LineOutput("a.jsonl", new SmallDisk(OutputFiles.create(file), "whole\nwh".length()))) {
      out.line("whole");
      assertThatThrownBy(() -> out.line("whole"))
          .isInstanceOfSatisfying(
              AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT));
    }

    assertThat(file).hasContent("whole\n");
  }

  /** A file on a disk that takes so many bytes and no more. */
  private record SmallDisk(SeekableByteChannel file, int capacity) implements SeekableByteChannel {
    @Override
    public int write(ByteBuffer bytes) throws IOException {
      int room = (int) (capacity - file.position());
      if (room == 0) {
        throw new IOException("No space left on device");
      }
      int count = Math.min(room, bytes.remaining());
      ByteBuffer part = bytes.slice(bytes.position(), count);
      bytes.position(bytes.position() + count);
      return file.write(part);
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
      file.truncate(size);
      return this;
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
      return file.read(bytes);
    }

    @Override
    public long position() throws IOException {
      return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      file.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public boolean isOpen() {
      return file.isOpen();
    }

    @Override
    public void close() throws IOException {
      file.close();
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
