package ferlive.app.view;

/**
 * What a person has chosen to see.
 *
 * @param bars how many probabilities are drawn
 * @param attention whether it is drawn where the network looked
 * @param mirrored whether the window shows the picture as a mirror does
 * @param blurred whether faces are made unrecognisable, in the window and in what is kept
 * @param paused whether the window holds its picture
 * @param help whether the window shows its keys
 */
public record View(
    Bars bars, boolean attention, boolean mirrored, boolean blurred, boolean paused, boolean help) {
  /** What a run begins with: all bars, and faces as they are. */
  public static View initial() {
    return new View(Bars.ALL, false, false, false, false, false);
  }

  /** The same with faces blurred. */
  public View withBlur() {
    return new View(bars, attention, mirrored, true, paused, help);
  }

  /** What is to be seen after a command; the same for one that changes no view. */
  public View after(Command command) {
    return switch (command) {
      case BARS -> new View(bars.next(), attention, mirrored, blurred, paused, help);
      case ATTENTION -> new View(bars, !attention, mirrored, blurred, paused, help);
      case MIRROR -> new View(bars, attention, !mirrored, blurred, paused, help);
      case BLUR -> new View(bars, attention, mirrored, !blurred, paused, help);
      case PAUSE -> new View(bars, attention, mirrored, blurred, !paused, help);
      case HELP -> new View(bars, attention, mirrored, blurred, paused, !help);
      case SNAPSHOT, RECORD, BASELINE, MODEL, DETECTOR, CAMERA, FULL_SCREEN, QUIT -> this;
    };
  }
}
