package ferlive.trainer.compare;

import ferlive.trainer.metrics.Evaluation;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The columns of a comparison. */
enum Figure {
  ACCURACY("accuracy", "%.4f", true, "share of right winners"),
  MACRO_F1("macro-F1", "%.4f", true, "mean of the classes' F1"),
  BALANCED("balanced", "%.4f", true, "mean of the classes' recall"),
  TOP_2("top-2", "%.4f", true, "share of faces whose class is among the two most probable"),
  NO_COPIES("no copies", "%.4f", true, "accuracy without faces that the training split holds too"),
  NLL("NLL", "%.4f", false, "mean negative log-likelihood, in nats"),
  BRIER("Brier", "%.4f", false, "mean squared distance of probabilities and truth"),
  ECE("ECE", "%.4f", false, "calibration error, 15 bins"),
  ECE_FITTED(
      "ECE fit", "%.4f", false, "the same with smoothing and temperature fitted on PublicTest"),
  MILLIS("ms/face", "%.2f", false, "median for one face alone, one thread, ONNX Runtime"),
  MULTIPLY_ADDS("M mul-add", "%.1f", false, "million multiply-adds for one face"),
  PARAMS("M params", "%.3f", false, "million parameters"),
  MEGABYTES("MB", "%.2f", false, "size of the ONNX file, in 1000 x 1000 bytes");

  private final String head;
  private final String format;
  private final boolean moreIsBetter;
  private final String meaning;

  Figure(String head, String format, boolean moreIsBetter, String meaning) {
    this.head = head;
    this.format = format;
    this.moreIsBetter = moreIsBetter;
    this.meaning = meaning;
  }

  /** Head of the column. */
  String head() {
    return head;
  }

  /** What the column says, in a few words. */
  String meaning() {
    return meaning;
  }

  /** A model's figure, where it has one. */
  OptionalDouble of(ComparedModel model) {
    Evaluation evaluation = model.report().evaluation();
    return switch (this) {
      case ACCURACY -> OptionalDouble.of(evaluation.confusion().accuracy());
      case MACRO_F1 -> OptionalDouble.of(evaluation.confusion().macroF1());
      case BALANCED -> OptionalDouble.of(evaluation.confusion().balancedAccuracy());
      case TOP_2 -> OptionalDouble.of(evaluation.top2());
      case NO_COPIES ->
          model.report().withoutCopies().stream()
              .mapToDouble(rest -> rest.evaluation().confusion().accuracy())
              .findFirst();
      case NLL -> OptionalDouble.of(evaluation.negativeLogLikelihood());
      case BRIER -> OptionalDouble.of(evaluation.brier());
      case ECE -> OptionalDouble.of(evaluation.calibration().error());
      case ECE_FITTED ->
          model.report().recalibration().stream()
              .mapToDouble(fit -> fit.after().calibration().error())
              .findFirst();
      case MILLIS -> OptionalDouble.of(model.cost().millisPerFace());
      case MULTIPLY_ADDS -> millions(model.cost().multiplyAdds());
      case PARAMS -> millions(model.cost().params());
      case MEGABYTES -> OptionalDouble.of(model.cost().bytes() / 1e6);
    };
  }

  private static OptionalDouble millions(OptionalLong number) {
    return number.isPresent()
        ? OptionalDouble.of(number.getAsLong() / 1e6)
        : OptionalDouble.empty();
  }

  /** A model's figure as text; a dash where it has none. */
  String text(ComparedModel model) {
    OptionalDouble value = of(model);
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "-";
  }

  /** Whether no model does better; never where there is but one. */
  boolean isBest(ComparedModel model, List<ComparedModel> models) {
    OptionalDouble own = of(model);
    return own.isPresent()
        && models.size() > 1
        && models.stream()
            .flatMapToDouble(other -> of(other).stream())
            .allMatch(
                other -> moreIsBetter ? other <= own.getAsDouble() : other >= own.getAsDouble());
  }
}
