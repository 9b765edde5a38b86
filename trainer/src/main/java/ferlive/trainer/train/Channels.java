package ferlive.trainer.train;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Where each channel of a map stood in a narrower network. */
final class Channels {
  private static final int NEW = -1;

  private final int[] origins;
  private final int before;

  private Channels(int[] origins, int before) {
    this.origins = origins;
    this.before = before;
  }

  /** As many as before, and then new ones. */
  static Channels of(int before, int size) {
    return new Channels(IntStream.range(0, size).map(c -> c < before ? c : NEW).toArray(), before);
  }

  /**
   * Channels in an order of their own.
   *
   * @param origins where each stood; negative for a new one
   * @param before how many there were
   */
  static Channels at(int[] origins, int before) {
    return new Channels(origins.clone(), before);
  }

  /** The channels of several maps, one after another. */
  static Channels joined(List<Channels> parts) {
    IntStream all = IntStream.empty();
    int offset = 0;
    for (Channels part : parts) {
      int start = offset;
      IntStream moved = Arrays.stream(part.origins).map(c -> c < 0 ? NEW : start + c);
      all = IntStream.concat(all, moved);
      offset += part.before;
    }
    return new Channels(all.toArray(), offset);
  }

  int size() {
    return origins.length;
  }

  /** How many there were in the narrower network. */
  int before() {
    return before;
  }

  boolean isNew(int channel) {
    return origins[channel] < 0;
  }

  /** Where a channel stood that is not new. */
  int origin(int channel) {
    return origins[channel];
  }

  boolean isLike(Channels other) {
    return Arrays.equals(origins, other.origins);
  }
}
