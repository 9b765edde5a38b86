package ferlive.trainer.evaluate;

import ferlive.trainer.metrics.Confusion;
import ferlive.trainer.metrics.Evaluation;
import ferlive.trainer.metrics.Rescaling;
import java.util.List;
import java.util.Locale;

/** An evaluation as text for a terminal. */
public final class EvaluationTable {
  private static final int COLUMN = 9;

  private final StringBuilder text = new StringBuilder();
  private final EvaluationReport report;
  private final int labelWidth;

  private EvaluationTable(EvaluationReport report) {
    this.report = report;
    this.labelWidth =
        Math.max(6, report.labels().stream().mapToInt(String::length).max().orElse(0));
  }

  /** Head figures, a table of the classes, and the confusion matrix; lines end in {@code \n}. */
  public static String of(EvaluationReport report) {
    EvaluationTable table = new EvaluationTable(report);
    table.addFigures();
    table.addClasses();
    table.addConfusion();
    return table.text.toString();
  }

  private void add(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }

  private void addFigures() {
    Evaluation evaluation = report.evaluation();
    Confusion confusion = evaluation.confusion();
    add("model              %s\n", report.subject().model());
    add(
        "data               %s, %s, %d faces\n",
        report.subject().data(), report.subject().split(), confusion.total());
    add(
        "accuracy           %.4f   (95 %% of resamples: %.4f to %.4f)\n",
        confusion.accuracy(),
        evaluation.accuracyInterval().low(),
        evaluation.accuracyInterval().high());
    add("top-2 accuracy     %.4f\n", evaluation.top2());
    add("macro-F1           %.4f\n", confusion.macroF1());
    add("balanced accuracy  %.4f\n", confusion.balancedAccuracy());
    add("log-likelihood     %.4f   (negative, mean)\n", evaluation.negativeLogLikelihood());
    add("Brier score        %.4f\n", evaluation.brier());
    add("calibration error  %.4f\n", evaluation.calibration().error());
    report.recalibration().ifPresent(this::addRecalibration);
    report.withoutCopies().ifPresent(this::addWithoutCopies);
    text.append('\n');
    report.robustness().ifPresent(this::addRobustness);
  }

  private void addRecalibration(Recalibration fit) {
    add(
        "  recalibrated     %.4f   (fitted on PublicTest: %s",
        fit.after().calibration().error(), said(fit.fitted()));
    add(
        fit.inside().equals(Rescaling.NONE) ? ")\n" : ", on top of %s in the model)\n",
        said(fit.inside()));
  }

  private static String said(Rescaling rescaling) {
    return String.format(
        Locale.ROOT,
        "smoothing %.2f, temperature %.4f",
        rescaling.smoothing(),
        rescaling.temperature().value());
  }

  private void addWithoutCopies(WithoutCopies rest) {
    add(
        "without copies     %.4f   (%d faces are left; %d are in train too, %d nearly so)\n",
        rest.evaluation().confusion().accuracy(),
        rest.evaluation().confusion().total(),
        rest.exact(),
        rest.near());
  }

  private void addRobustness(Robustness robustness) {
    add("%-44s  %8s  %8s  %8s\n", "robustness", "accuracy", "drop", "worst");
    robustness
        .axes()
        .forEach(
            (axis, figures) ->
                add(
                    "%-44s  %8.4f  %8.2f  %8.2f\n",
                    axis.description(),
                    figures.accuracy(),
                    100 * figures.drop(),
                    100 * figures.worstDrop()));
    text.append('\n');
  }

  private void addClasses() {
    Confusion confusion = report.evaluation().confusion();
    addRow("class", List.of("precision", "recall", "F1", "support"));
    for (int k = 0; k < confusion.classes(); k++) {
      String label = report.labels().get(k);
      if (confusion.support(k) == 0) {
        addRow(label, List.of("-", "-", "-", "0"));
        continue;
      }
      addRow(
          label,
          List.of(
              share(confusion.precision(k)),
              share(confusion.recall(k)),
              share(confusion.f1(k)),
              Integer.toString(confusion.support(k))));
    }
    text.append('\n');
  }

  private void addConfusion() {
    Confusion confusion = report.evaluation().confusion();
    text.append("confusion: true class down, chosen class across\n");
    addRow("", report.labels());
    for (int truth = 0; truth < confusion.classes(); truth++) {
      int row = truth;
      addRow(
          report.labels().get(truth),
          java.util.stream.IntStream.range(0, confusion.classes())
              .mapToObj(chosen -> Integer.toString(confusion.count(row, chosen)))
              .toList());
    }
  }

  private void addRow(String head, List<String> cells) {
    int column = Math.max(COLUMN, labelWidth);
    add("%-" + labelWidth + "s", head);
    for (String cell : cells) {
      add("  %" + column + "s", cell);
    }
    text.append('\n');
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
