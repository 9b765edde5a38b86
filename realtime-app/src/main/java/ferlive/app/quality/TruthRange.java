package ferlive.app.quality;

import java.util.Optional;

/**
 * What a person sees in some frames of a file.
 *
 * @param from first frame, from 0
 * @param to last frame
 * @param faces how many there are to see
 * @param label what they show, where that is plain; it is not judged otherwise
 */
public record TruthRange(long from, long to, int faces, Optional<String> label) {
  public TruthRange {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "frames " + from + " to " + to + ", expected 0 or more, in order");
    }
    if (faces < 0) {
      throw new IllegalArgumentException("faces is " + faces + ", expected 0 or more");
    }
  }

  boolean contains(long frame) {
    return from <= frame && frame <= to;
  }

  boolean overlaps(TruthRange other) {
    return from <= other.to && other.from <= to;
  }
}
