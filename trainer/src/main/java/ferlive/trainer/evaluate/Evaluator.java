package ferlive.trainer.evaluate;

import ferlive.trainer.copies.TrainCopies;
import ferlive.trainer.copies.TrainCopies.Kind;
import ferlive.trainer.data.DatasetForm;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.data.Split;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.metrics.Evaluation;
import ferlive.trainer.metrics.Rescaling;
import ferlive.trainer.train.Prediction;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Faces to evaluate models on, with what the rest of their data set tells of them. What does not
 * depend on a model is found once.
 */
public final class Evaluator {
  private final FaceDataset faces;
  private final String split;
  private final Optional<FaceDataset> publicTest;
  private final Optional<TrainCopies> copies;

  private Evaluator(
      FaceDataset faces,
      String split,
      Optional<FaceDataset> publicTest,
      Optional<TrainCopies> copies) {
    this.faces = faces;
    this.split = split;
    this.publicTest = publicTest;
    this.copies = copies;
  }

  /**
   * Takes the faces of some splits.
   *
   * @param all the whole data set
   * @throws TrainerException with INPUT when it has no faces of these splits
   */
  public static Evaluator of(FaceDataset all, Set<Split> splits) {
    FaceDataset faces = all.select(splits);
    if (faces.size() == 0) {
      throw new TrainerException(ExitCode.INPUT, all.origin().name() + " holds no faces");
    }
    Optional<FaceDataset> train =
        splits.contains(Split.TRAIN) ? Optional.empty() : part(all, Split.TRAIN);
    boolean isPublic = splits.equals(Set.of(Split.PUBLIC_TEST)) && all.holds(Split.PUBLIC_TEST);
    return new Evaluator(
        faces,
        all.origin().form() == DatasetForm.PLAIN ? "all" : Split.name(splits),
        isPublic ? Optional.of(faces) : part(all, Split.PUBLIC_TEST),
        train.map(known -> TrainCopies.find(faces, known)));
  }

  private static Optional<FaceDataset> part(FaceDataset all, Split split) {
    return all.holds(split) ? Optional.of(all.select(Set.of(split))) : Optional.empty();
  }

  /** Which part of the data set they are; {@code all} where it has no parts. */
  public String split() {
    return split;
  }

  /** The faces that models are evaluated on. */
  public FaceDataset faces() {
    return faces;
  }

  /**
   * Measures a model.
   *
   * @param robustness whether it is run over changed faces too, which takes 16 times as long
   */
  public EvaluationReport evaluate(
      Classifier classifier, EvaluationReport.Subject subject, boolean robustness) {
    return report(classifier, subject, robustness, classifier.probabilities(faces));
  }

  /** As {@link #evaluate}, with the probabilities of {@link #faces} at hand. */
  public EvaluationReport report(
      Classifier classifier,
      EvaluationReport.Subject subject,
      boolean robustness,
      float[][] probabilities) {
    int[] truth = Prediction.truth(faces);
    Evaluation evaluation = Evaluation.of(probabilities, truth);
    double clean = evaluation.confusion().accuracy();
    return new EvaluationReport(
        subject,
        classifier.labels(),
        evaluation,
        publicTest.map(known -> recalibrate(classifier, known, probabilities)),
        copies
            .filter(found -> found.count(Kind.NEW) > 0)
            .map(found -> withoutCopies(found, probabilities, truth)),
        robustness ? Optional.of(Robustness.measure(classifier, faces, clean)) : Optional.empty());
  }

  private Recalibration recalibrate(
      Classifier classifier, FaceDataset known, float[][] probabilities) {
    float[][] fitting = known.equals(faces) ? probabilities : classifier.probabilities(known);
    Rescaling fitted = Rescaling.fit(fitting, Prediction.truth(known));
    Evaluation after = Evaluation.of(fitted.apply(probabilities), Prediction.truth(faces));
    return new Recalibration(classifier.rescaling(), fitted, after);
  }

  private static WithoutCopies withoutCopies(
      TrainCopies copies, float[][] probabilities, int[] truth) {
    int[] others =
        IntStream.range(0, truth.length).filter(i -> copies.kinds().get(i) == Kind.NEW).toArray();
    float[][] rows = IntStream.of(others).mapToObj(i -> probabilities[i]).toArray(float[][]::new);
    int[] classes = IntStream.of(others).map(i -> truth[i]).toArray();
    return new WithoutCopies(
        copies.count(Kind.EXACT), copies.count(Kind.NEAR), Evaluation.of(rows, classes));
  }
}
