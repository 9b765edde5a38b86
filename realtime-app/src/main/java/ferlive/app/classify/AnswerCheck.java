package ferlive.app.classify;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells probabilities from what is none, and finds a model broken that gives none again and again.
 *
 * <p><b>Threading</b>: confined to one thread, but for {@link #trouble()}, which any may ask.
 */
final class AnswerCheck {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerCheck.class);
  private static final int MOST_IN_A_ROW = 10;
  private static final double SUM_TOLERANCE = 1e-3;

  private final String model;
  private long unknown;
  private int inARow;
  private volatile String trouble;

  /**
   * @param model what answers, for the user
   */
  AnswerCheck(String model) {
    this.model = model;
  }

  /**
   * What is wrong with the answer for one face, to follow the model's name; empty for a good one.
   */
  static Optional<String> fault(float[] values, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      // Written so that NaN fails as well.
      if (!(values[i] >= 0 && values[i] <= 1 + SUM_TOLERANCE)) {
        return Optional.of("answers with " + values[i] + ", which is no probability");
      }
      sum += values[i];
    }
    return Math.abs(sum - 1) > SUM_TOLERANCE
        ? Optional.of("answers with probabilities that sum to %.3f".formatted(sum))
        : Optional.empty();
  }

  /** A run answered well for every face. */
  void good() {
    inARow = 0;
  }

  /** A run gave no probabilities for some face. */
  void bad(String fault) {
    unknown++;
    inARow++;
    if (inARow >= MOST_IN_A_ROW && trouble == null) {
      trouble = "%s is broken: it %s, %d times in a row".formatted(model, fault, inARow);
      LOG.warn(trouble);
    }
  }

  /** Runs without an answer so far. */
  long unknown() {
    return unknown;
  }

  /** One sentence once the model is found broken. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }
}
