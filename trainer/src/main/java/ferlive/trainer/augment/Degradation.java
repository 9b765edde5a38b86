package ferlive.trainer.augment;

/**
 * How often a training face is made as a poor or badly lit camera shows it. Probabilities, 0..1.
 *
 * @param rescale reduced to 0.4 to 0.85 of its side and enlarged again
 * @param blur Gaussian, of 0.3 to 1.6 pixels at a side of 48
 * @param noise Gaussian, of 2 to 18 gray levels
 * @param gamma brightness to the power of 0.5 to 2.2
 */
public record Degradation(double rescale, double blur, double noise, double gamma) {
  public Degradation {
    Augmentation.check("rescale", rescale, 1);
    Augmentation.check("blur", blur, 1);
    Augmentation.check("noise", noise, 1);
    Augmentation.check("gamma", gamma, 1);
  }

  /** Leaves every face as it is. */
  public static Degradation none() {
    return new Degradation(0, 0, 0, 0);
  }
}
