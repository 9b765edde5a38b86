package ferlive.trainer.train;

/**
 * Whether and how a network learns to tell faces from what is none.
 *
 * @param weight of that loss, 0..10; 0 for no such head
 * @param negatives share of a batch that shows no face, 0..0.5
 */
public record FaceOrNot(double weight, double negatives) {
  public FaceOrNot {
    Range.check("weight of face or not", weight, 0, 10);
    Range.check("share of negatives", negatives, 0, 0.5);
    if (weight > 0 != negatives > 0) {
      throw new IllegalArgumentException(
          "a network learns face or not from negatives, and needs no negatives otherwise");
    }
  }

  /** Every picture is taken for a face. */
  public static FaceOrNot none() {
    return new FaceOrNot(0, 0);
  }

  /** How many of a batch show no face. */
  int count(int batchSize) {
    return (int) Math.round(negatives * batchSize);
  }
}
