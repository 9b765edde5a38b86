package ferlive.app.cli;

import ferlive.app.error.AppException;
import ferlive.app.sink.LineOutput;
import ferlive.app.sink.PipeClosedException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a run writes for its user.
 *
 * @param out results; unbuffered, so that a line is out when it is written. Unlike {@link
 *     System#out} it reports a write that fails
 * @param err messages
 * @param progress whether {@code err} is a terminal, on which a line may be written over
 */
public record Console(OutputStream out, PrintStream err, boolean progress) {
  /** The process's own streams. */
  static Console ofProcess() {
    return new Console(new FileOutputStream(FileDescriptor.out), System.err, isTerminal());
  }

  /**
   * Java tells of a terminal only when standard output is one too, so the system is asked; one
   * without /proc gets no progress line.
   */
  private static boolean isTerminal() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** An error as one line, with its stack trace where that is wanted. */
  void fault(Throwable fault, boolean verbose) {
    boolean known = fault instanceof AppException;
    message(
        known
            ? fault.getMessage()
            : "a fault of the program itself: " + fault + " (--verbose shows where)");
    if (verbose) {
      fault.printStackTrace(err);
    }
  }

  /** A whole result. A reader that has what it wanted and is gone is no fault. */
  void result(String text) {
    try {
      LineOutput.to(out).line(text);
    } catch (PipeClosedException e) {
      // Nobody is left to tell.
    }
  }

  /** One line for the user, marked as ours. */
  void message(String text) {
    err.println("ferlive: " + text);
  }
}
