package ferlive.trainer.data;

import java.io.IOException;
import java.io.InputStream;

/** Lines of a text file as bytes, in a fixed amount of memory. Borrows the stream. */
final class BoundedLines {
  /** Seven times the longest row of {@code fer2013.csv}. */
  static final int MAX_LENGTH = 64 * 1024;

  private final InputStream in;
  private final byte[] chunk = new byte[MAX_LENGTH];
  private int position;
  private int limit;
  private final byte[] line = new byte[MAX_LENGTH];
  private int length;
  private int number;

  BoundedLines(InputStream in) {
    this.in = in;
  }

  /**
   * Goes to the next line.
   *
   * @return false at the end of the file
   * @throws BadSampleException when the line is longer than {@link #MAX_LENGTH}
   */
  boolean next() throws IOException, BadSampleException {
    if (position == limit && !refill()) {
      return false;
    }
    number++;
    length = 0;
    do {
      int end = position;
      while (end < limit && chunk[end] != '\n') {
        end++;
      }
      append(end);
      if (end < limit) {
        position = end + 1;
        break;
      }
      position = limit;
    } while (refill());
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    return true;
  }

  /** The line, without its end, in the first {@link #length} bytes; valid until the next call. */
  byte[] line() {
    return line;
  }

  int length() {
    return length;
  }

  /** Number of the line, from 1. */
  int number() {
    return number;
  }

  private void append(int end) throws BadSampleException {
    int more = end - position;
    if (length + more > MAX_LENGTH) {
      throw new BadSampleException("the line is longer than " + MAX_LENGTH + " bytes");
    }
    System.arraycopy(chunk, position, line, length, more);
    length += more;
  }

  private boolean refill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(chunk));
    return limit > 0;
  }
}
