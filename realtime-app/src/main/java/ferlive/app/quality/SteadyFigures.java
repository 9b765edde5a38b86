package ferlive.app.quality;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whether labels stay put, and how soon they follow a change.
 *
 * @param seconds of the judged frames in which there is a face to see; pictures take no time
 * @param switches changes of a face's label from one frame to the next within what is one range of
 *     the truth
 * @param sureSwitches the same among labels that are sure, whatever doubt lies between
 * @param onsets seconds from each change of the plain label to where the answer is the new one,
 *     sure, and stays so for half a second
 * @param missedOnsets changes after which that never came
 */
record SteadyFigures(
    double seconds, long switches, long sureSwitches, List<Double> onsets, long missedOnsets) {
  static final SteadyFigures NONE = new SteadyFigures(0, 0, 0, List.of(), 0);

  SteadyFigures {
    onsets = List.copyOf(onsets);
  }

  SteadyFigures plus(SteadyFigures other) {
    return new SteadyFigures(
        seconds + other.seconds,
        switches + other.switches,
        sureSwitches + other.sureSwitches,
        Stream.concat(onsets.stream(), other.onsets.stream()).toList(),
        missedOnsets + other.missedOnsets);
  }

  /** NaN where no time passed. */
  double switchesPerMinute() {
    return seconds == 0 ? Double.NaN : switches * 60 / seconds;
  }

  /** NaN where no time passed. */
  double sureSwitchesPerMinute() {
    return seconds == 0 ? Double.NaN : sureSwitches * 60 / seconds;
  }

  /** Seconds in the mean; NaN without one. */
  double meanOnset() {
    return onsets.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}
