package ferlive.app.report;

import ferlive.app.result.Scores;
import java.util.Arrays;

/**
 * A face's probabilities over time: frame by frame while there are less than {@value #MOST_POINTS},
 * then as means of 2, 4, 8… successive ones, so that a day needs no more memory than half a minute.
 * <b>Threading</b>: confined to one thread.
 */
final class Series {
  static final int MOST_POINTS = 1024;

  private static final int FIRST_POINTS = 64;

  private final int labels;
  private final double[] sum;
  private double[] times = new double[FIRST_POINTS];
  private float[] values;
  private int size;
  private int span = 1;
  private int waiting;
  private double waitingTime;
  private double firstTime = Double.NaN;
  private double lastTime;

  /**
   * @param labels how many probabilities a point has
   */
  Series(int labels) {
    this.labels = labels;
    this.sum = new double[labels];
    this.values = new float[FIRST_POINTS * labels];
  }

  /**
   * Adds a frame.
   *
   * @param time in seconds, not before the last one
   */
  void add(double time, Scores probabilities) {
    firstTime = Double.isNaN(firstTime) ? time : firstTime;
    lastTime = time;
    waitingTime += time;
    for (int label = 0; label < labels; label++) {
      sum[label] += probabilities.get(label);
    }
    waiting++;
    if (waiting == span) {
      finishPoint();
    }
  }

  /** Makes a point of the frames that wait for others to be joined with. */
  void end() {
    if (waiting > 0) {
      finishPoint();
    }
  }

  private void finishPoint() {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      values = Arrays.copyOf(values, 2 * size * labels);
    }
    times[size] = waitingTime / waiting;
    for (int label = 0; label < labels; label++) {
      values[size * labels + label] = (float) (sum[label] / waiting);
    }
    size++;
    waiting = 0;
    waitingTime = 0;
    Arrays.fill(sum, 0);
    if (size == MOST_POINTS) {
      halve();
    }
  }

  /** Joins each point with the next; all stand for as many frames. */
  private void halve() {
    for (int i = 0; i < size / 2; i++) {
      times[i] = (times[2 * i] + times[2 * i + 1]) / 2;
      for (int label = 0; label < labels; label++) {
        values[i * labels + label] = (value(2 * i, label) + value(2 * i + 1, label)) / 2;
      }
    }
    size /= 2;
    span *= 2;
  }

  /** How many points there are. */
  int size() {
    return size;
  }

  /** How many frames each point is the mean of; the last one may have fewer. */
  int span() {
    return span;
  }

  /** How many frames were added, nearly. */
  long frames() {
    return (long) size * span + waiting;
  }

  /** Time of a point in seconds. */
  double time(int point) {
    return times[point];
  }

  /** Probability of a label at a point, 0..1. */
  float value(int point, int label) {
    return values[point * labels + label];
  }

  /** Mean probability of a label over the points from one to before another, 0..1. */
  double mean(int from, int to, int label) {
    double total = 0;
    for (int point = from; point < to; point++) {
      total += value(point, label);
    }
    return total / (to - from);
  }

  /** Time of the first frame in seconds. */
  double firstTime() {
    return firstTime;
  }

  /** Time of the latest frame in seconds. */
  double lastTime() {
    return lastTime;
  }
}
