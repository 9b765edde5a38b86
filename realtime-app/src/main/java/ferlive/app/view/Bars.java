package ferlive.app.view;

/** How many of a face's probabilities are drawn. */
public enum Bars {
  NONE,
  /** The three most probable. */
  TOP,
  ALL;

  /** The one that comes after it, round and round. */
  Bars next() {
    return switch (this) {
      case ALL -> NONE;
      case NONE -> TOP;
      case TOP -> ALL;
    };
  }
}
