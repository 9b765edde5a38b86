package ferlive.app.track;

import ferlive.app.result.Scores;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes out of a network's answer what a face looks like at rest: some people's resting faces read
 * as sad or angry to it.
 *
 * <p>For so long after a face is first seen, its answers are only learnt: b is their geometric mean
 * (the mean of their logarithms), renormalised. From then on an answer p becomes p', with
 *
 * <pre>log p' = log p - log b + log r + constant</pre>
 *
 * <p>where r is what a plain resting face gets, 0.7 neutral and the rest shared evenly, and the
 * constant makes the sum 1. A resting face so reads as r, and each label is weighed by how much
 * more than at rest it is seen. No label is weighed by more than {@link #MOST} or less than one
 * over it, so that nothing is made of a label that was never near. A model without a label
 * "neutral" has an even r.
 *
 * <p><b>Threading</b>: {@link #learn} and {@link #seconds} by any thread, the rest by one.
 */
public final class NeutralBaseline {
  private static final String NEUTRAL = "neutral";
  private static final double NEUTRAL_SHARE = 0.7;
  private static final double SMALLEST = 1e-6;
  private static final double MOST = 10;

  /** Answers that a mean needs, however long they took to come. */
  private static final int FEWEST = 5;

  /** Seconds after which a face that was not seen is forgotten. */
  private static final double MEMORY = 10;

  private final double[] rest;
  private final Map<Integer, Learnt> faces = new HashMap<>();
  private volatile Request request = new Request(0);
  private Request served = request;

  /** A wish to learn for so many seconds; 0 to forget. Each is a new one. */
  private static final class Request {
    private final double seconds;

    private Request(double seconds) {
      this.seconds = seconds;
    }
  }

  private static final class Learnt {
    private final double[] logs;
    private final double since;
    private double last;
    private int answers;
    private double[] weights;

    private Learnt(int labels, double since) {
      this.logs = new double[labels];
      this.since = since;
      this.last = since;
    }
  }

  /**
   * @param labels in the order of the scores
   */
  public NeutralBaseline(List<String> labels) {
    rest = new double[labels.size()];
    int neutral = labels.indexOf(NEUTRAL);
    double share = (1 - NEUTRAL_SHARE) / (labels.size() - 1);
    Arrays.fill(rest, neutral < 0 ? 1.0 / labels.size() : share);
    if (neutral >= 0) {
      rest[neutral] = NEUTRAL_SHARE;
    }
  }

  /**
   * Learns each face anew, from when it is next seen.
   *
   * @param seconds for how long a face is learnt; 0 to forget all and leave answers as they are
   */
  public void learn(double seconds) {
    request = new Request(seconds);
  }

  /** For how long a face is learnt, in seconds; 0 while answers are left as they are. */
  public double seconds() {
    return request.seconds;
  }

  /**
   * The answer without what the face looks like at rest; the same while that is not known, or where
   * it says nothing of the face: then nothing is learnt from it, and nothing made of it.
   *
   * @param track number of the face
   * @param time of the frame in seconds
   */
  public Scores correct(int track, Scores scores, double time) {
    Request now = request;
    if (now != served) {
      served = now;
      faces.clear();
    }
    if (now.seconds == 0 || scores.isUnknown()) {
      return scores;
    }
    faces.values().removeIf(gone -> time - gone.last > MEMORY);
    Learnt face = faces.computeIfAbsent(track, id -> new Learnt(scores.size(), time));
    face.last = time;
    if (face.weights == null) {
      add(face, scores);
      if (time - face.since >= now.seconds && face.answers >= FEWEST) {
        face.weights = weights(face);
      }
      return scores;
    }
    return weighed(scores, face.weights);
  }

  private static void add(Learnt face, Scores scores) {
    face.answers++;
    for (int i = 0; i < face.logs.length; i++) {
      face.logs[i] += Math.log(Math.max(SMALLEST, scores.get(i)));
    }
  }

  private double[] weights(Learnt face) {
    double[] mean = new double[rest.length];
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      mean[i] = Math.exp(face.logs[i] / face.answers);
      sum += mean[i];
    }
    double[] weights = new double[rest.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.max(1 / MOST, Math.min(MOST, rest[i] * sum / mean[i]));
    }
    return weights;
  }

  private static Scores weighed(Scores scores, double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += scores.get(i) * weights[i];
    }
    float[] values = new float[weights.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (scores.get(i) * weights[i] / sum);
    }
    return Scores.of(values);
  }

  /** Learns all faces anew, as those of another stream. */
  public void reset() {
    faces.clear();
  }
}
