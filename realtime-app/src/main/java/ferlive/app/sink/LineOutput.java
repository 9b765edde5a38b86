package ferlive.app.sink;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;

/**
 * A text output that always ends on a whole line: each line is one write and is flushed, and what a
 * full disk took of a line is cut off again.
 *
 * <p><b>Errors</b>: OUTPUT when a line cannot be written; {@link PipeClosedException} when it is a
 * pipe that nobody reads any more. <b>Threading</b>: confined to one thread.
 */
public final class LineOutput implements AutoCloseable {
  private final String name;
  private final OutputStream out;
  private final Optional<Path> file;
  private long wholeBytes;
  private boolean closed;

  /**
   * @param out what is written to, empty so far
   * @param file that is, if it is one
   */
  LineOutput(String name, OutputStream out, Optional<Path> file) {
    this.name = name;
    this.out = out;
    this.file = file;
  }

  /**
   * Opens a file, readable by its owner only since it tells of faces, or standard output.
   *
   * @param file name of the file, or {@code -}
   * @param standardOutput written to for {@code -}; stays open
   */
  public static LineOutput open(String file, OutputStream standardOutput) {
    return file.equals("-")
        ? new LineOutput("standard output", standardOutput, Optional.empty())
        : new LineOutput(file, OutputFiles.create(Path.of(file)), Optional.of(Path.of(file)));
  }

  /**
   * Finds out early whether {@link #open} will succeed. Leaves the file as it is.
   *
   * @param file name of the file, or {@code -}
   * @throws AppException OUTPUT when it cannot be written
   */
  public static void checkWritable(String file) {
    if (!file.equals("-")) {
      OutputFiles.checkWritable(Path.of(file));
    }
  }

  /**
   * Writes a text that is of use as a whole only: whoever looks at the file sees the old one or
   * this one. What is no file, such as a pipe, is written to directly.
   *
   * @param file name of the file, or {@code -}
   * @param standardOutput written to for {@code -}; stays open
   */
  public static void writeWhole(String file, String text, OutputStream standardOutput) {
    Path path = Path.of(file);
    if (file.equals("-") || (Files.exists(path) && !Files.isRegularFile(path))) {
      try (LineOutput output = open(file, standardOutput)) {
        output.line(text);
      }
    } else {
      OutputFiles.replace(path, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Lines to a stream that stays open. */
  public static LineOutput to(OutputStream standardOutput) {
    return open("-", standardOutput);
  }

  /** What it writes to, in words for the user. */
  public String name() {
    return name;
  }

  /** Writes a line, whose end is added here. */
  public void line(String text) {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      out.write(bytes);
      out.flush();
      wholeBytes += bytes.length;
    } catch (IOException e) {
      cutBack(e);
      throw fault(e);
    }
  }

  private void cutBack(IOException e) {
    if (file.isPresent()) {
      try (FileChannel part = FileChannel.open(file.get(), StandardOpenOption.WRITE)) {
        part.truncate(wholeBytes);
      } catch (IOException second) {
        // A pipe or device keeps what it has.
        e.addSuppressed(second);
      }
    }
  }

  private RuntimeException fault(IOException e) {
    String reason = String.valueOf(e.getMessage());
    // Java has no type for EPIPE; the system's words for it hold "pipe" in most languages.
    return reason.toLowerCase(Locale.ROOT).contains("pipe")
        ? new PipeClosedException(e)
        : new AppException(
            ExitCode.OUTPUT, name + ": cannot be written (" + OutputFiles.reason(e) + ")", e);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (file.isPresent()) {
        out.close();
      } else {
        out.flush();
      }
    } catch (IOException e) {
      throw fault(e);
    }
  }
}
