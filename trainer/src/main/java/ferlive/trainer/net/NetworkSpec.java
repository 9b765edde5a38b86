package ferlive.trainer.net;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that decides a network's graph.
 *
 * @param architecture which network
 * @param side of the square input in pixels: a multiple of 16, 32 to 128
 * @param classes number of labels, at least 2
 * @param dropout probability to drop a feature ahead of the classifier, 0 up to 1
 * @param heads outputs beside the probabilities
 */
public record NetworkSpec(
    Architecture architecture, int side, int classes, double dropout, Set<Head> heads) {
  public NetworkSpec {
    heads = Collections.unmodifiableSet(new TreeSet<>(heads));
    if (side < 32 || side > 128 || side % 16 != 0) {
      throw new IllegalArgumentException(
          "input size " + side + " is not a multiple of 16 from 32 to 128");
    }
    if (classes < 2) {
      throw new IllegalArgumentException("a network needs at least 2 classes, not " + classes);
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout " + dropout + " is not in 0..1");
    }
  }
}
