package ferlive.trainer.compare;

import ferlive.trainer.data.FaceDataset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.LongStream;

/** How long models take for one face. */
final class Speed {
  private static final int ROUNDS = 6;
  private static final int RUNS = 50;

  private Speed() {}

  /**
   * Median milliseconds of one face in a batch of its own. The models take turns, so that a machine
   * that is busy for a while slows them all; the first round warms up and does not count.
   *
   * @param faces of a side in pixels
   */
  static List<Double> millisPerFace(List<Candidate> candidates, IntFunction<FaceDataset> faces) {
    List<LongStream.Builder> nanos = new ArrayList<>();
    candidates.forEach(candidate -> nanos.add(LongStream.builder()));
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < candidates.size(); i++) {
        FaceDataset own = faces.apply(candidates.get(i).classifier().side());
        long[] times = candidates.get(i).classifier().time(own, RUNS);
        if (round > 0) {
          LongStream.of(times).forEach(nanos.get(i)::add);
        }
      }
    }
    return nanos.stream().map(times -> median(times.build().sorted().toArray()) / 1e6).toList();
  }

  private static double median(long[] sorted) {
    return sorted[sorted.length / 2];
  }
}
