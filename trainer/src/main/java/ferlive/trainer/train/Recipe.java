package ferlive.trainer.train;

import ferlive.trainer.augment.Augmentation;

/**
 * Every hyper-parameter of a training. Stored in the checkpoint and in the model's metadata.
 *
 * @param epochs passes over the training faces, at least 1
 * @param batchSize faces a step, at least 2 (batch normalisation needs two)
 * @param learningRate at its peak, after the warm-up
 * @param warmupEpochs over which the learning rate rises in a line; then it falls as a cosine
 * @param momentum of Nesterov's accelerated gradient, 0..1
 * @param weightDecay coefficient of half the squared weights
 * @param labelSmoothing share of the label that is spread evenly over all classes, 0..1
 * @param dropout probability to drop a feature ahead of the classifier, 0..1
 * @param averageDecay decay a step of the moving average of the weights, which is what is evaluated
 *     and exported, 0..1
 * @param augmentation how faces are changed
 * @param seed of everything random
 */
public record Recipe(
    int epochs,
    int batchSize,
    double learningRate,
    double warmupEpochs,
    double momentum,
    double weightDecay,
    double labelSmoothing,
    double dropout,
    double averageDecay,
    Augmentation augmentation,
    long seed) {
  public Recipe {
    checkWhole("epochs", epochs, 1, 10_000);
    checkWhole("batch size", batchSize, 2, 4096);
    check("learning rate", learningRate, 1e-6, 10);
    check("warm-up", warmupEpochs, 0, epochs);
    check("momentum", momentum, 0, 0.9999);
    check("weight decay", weightDecay, 0, 1);
    check("label smoothing", labelSmoothing, 0, 0.9);
    check("dropout", dropout, 0, 0.95);
    check("average decay", averageDecay, 0, 0.999999);
  }

  private static void checkWhole(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(name + " is " + value + ", expected " + min + ".." + max);
    }
  }

  private static void check(String name, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(name + " is " + value + ", expected " + min + ".." + max);
    }
  }

  /** What the shipped networks are trained with, for a number of epochs. */
  public static Recipe standard(int epochs, long seed) {
    Augmentation augmentation = new Augmentation(0.5, 0.1, 0.12, 12, 0.25, 0.12, 0);
    return new Recipe(
        epochs,
        64,
        0.05,
        Math.min(2, epochs / 2.0),
        0.9,
        5e-4,
        0.1,
        0.3,
        0.999,
        augmentation,
        seed);
  }

  /** The same with another learning rate at its peak. */
  public Recipe withLearningRate(double rate) {
    return new Recipe(
        epochs,
        batchSize,
        rate,
        warmupEpochs,
        momentum,
        weightDecay,
        labelSmoothing,
        dropout,
        averageDecay,
        augmentation,
        seed);
  }
}
