package ferlive.trainer.evaluate;

import ferlive.trainer.metrics.Evaluation;
import java.util.List;
import java.util.Optional;

/**
 * What was evaluated on what, and the figures.
 *
 * @param subject the model and the data
 * @param labels names of the classes
 * @param evaluation the figures
 * @param recalibration where the data has a PublicTest to fit a temperature on
 * @param withoutCopies where the data has a training split, and that is not what was evaluated
 * @param robustness where it was asked for
 */
public record EvaluationReport(
    Subject subject,
    List<String> labels,
    Evaluation evaluation,
    Optional<Recalibration> recalibration,
    Optional<WithoutCopies> withoutCopies,
    Optional<Robustness> robustness) {
  /**
   * A model on a data set.
   *
   * @param model the model's file, as the user gave it
   * @param modelSha256 of that file
   * @param data the data set, as the user gave it
   * @param dataSha256 of its content
   * @param split which part of it; {@code all} where it has no parts
   */
  public record Subject(
      String model, String modelSha256, String data, String dataSha256, String split) {}

  public EvaluationReport {
    labels = List.copyOf(labels);
  }
}
