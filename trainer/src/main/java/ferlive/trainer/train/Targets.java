package ferlive.trainer.train;

/**
 * What the network is asked to answer.
 *
 * @param labelSmoothing share of the label that is spread evenly over all classes, 0..0.9
 * @param mixup parameter of the Beta distribution from which the share of a second face in each
 *     picture is drawn; 0 for unmixed faces, up to 2. Source: Zhang et al. 2018, arXiv 1710.09412
 * @param teacher share of the teacher's answer in the target, 0..1; the rest is the label. Source:
 *     Hinton et al. 2015, arXiv 1503.02531
 * @param temperature by which the logarithms of the teacher's probabilities are divided, 0.5..10
 * @param votes weight of the loss of the crowd-vote head, 0..10; 0 for no such head
 */
public record Targets(
    double labelSmoothing, double mixup, double teacher, double temperature, double votes) {
  public Targets {
    Range.check("label smoothing", labelSmoothing, 0, 0.9);
    Range.check("mixup", mixup, 0, 2);
    Range.check("teacher's share", teacher, 0, 1);
    Range.check("teacher's temperature", temperature, 0.5, 10);
    Range.check("weight of the votes", votes, 0, 10);
  }

  /** The label alone, smoothed. */
  public static Targets labels(double smoothing) {
    return new Targets(smoothing, 0, 0, 1, 0);
  }
}
