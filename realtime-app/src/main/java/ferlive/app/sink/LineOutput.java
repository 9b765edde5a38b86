package ferlive.app.sink;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A text output that always ends on a whole line: each line is one write and is flushed.
 *
 * <p><b>Errors</b>: OUTPUT when a line cannot be written; {@link PipeClosedException} when it is a
 * pipe that nobody reads any more. <b>Threading</b>: confined to one thread.
 */
public final class LineOutput implements AutoCloseable {
  private final String name;
  private final OutputStream out;
  private boolean closed;

  private LineOutput(String name, OutputStream out) {
    this.name = name;
    this.out = out;
  }

  /**
   * Opens a file, readable by its owner only since it tells of faces, or standard output.
   *
   * @param file name of the file, or {@code -}
   * @param standardOutput written to for {@code -}; stays open
   */
  public static LineOutput open(String file, OutputStream standardOutput) {
    return file.equals("-")
        ? new LineOutput("standard output", standardOutput)
        : new LineOutput(file, OutputFiles.create(Path.of(file)));
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
    try {
      out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw fault(e);
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
      if (name.equals("standard output")) {
        out.flush();
      } else {
        out.close();
      }
    } catch (IOException e) {
      throw fault(e);
    }
  }
}
