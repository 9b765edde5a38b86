package ferlive.trainer.compare;

import ferlive.trainer.evaluate.EvaluationReport.Subject;
import java.util.Locale;

/** A comparison as text for a terminal. */
public final class ComparisonTable {
  private static final int COLUMN = 9;

  private ComparisonTable() {}

  /** A row for each model, then one for each pair; lines end in {@code \n}. */
  public static String of(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    Subject subject = comparison.subject();
    ComparedModel first = comparison.models().get(0);
    add(text, "data     %s, %s, ", subject.data(), subject.split());
    add(text, "%d faces\n", first.report().evaluation().confusion().total());
    add(text, "machine  %s\n\n", comparison.machine());
    int width = comparison.models().stream().mapToInt(m -> m.name().length()).max().orElse(0);
    add(text, "%-" + Math.max(5, width) + "s", "model");
    for (Figure figure : Figure.values()) {
      add(text, "  %" + COLUMN + "s", figure.head());
    }
    text.append('\n');
    for (ComparedModel model : comparison.models()) {
      add(text, "%-" + Math.max(5, width) + "s", model.name());
      for (Figure figure : Figure.values()) {
        add(text, "  %" + COLUMN + "s", figure.text(model));
      }
      text.append('\n');
    }
    if (comparison.models().size() > 1) {
      addPairs(text, comparison, width);
    }
    return text.toString();
  }

  private static void addPairs(StringBuilder text, Comparison comparison, int width) {
    text.append("\nMcNemar's test, exact: faces that one of the two alone gets right\n");
    for (Comparison.Pair pair : comparison.pairs()) {
      add(
          text,
          "%-" + width + "s  %5d : %-5d  %-" + width + "s  p %s\n",
          comparison.models().get(pair.first()).name(),
          pair.test().onlyFirst(),
          pair.test().onlySecond(),
          comparison.models().get(pair.second()).name(),
          probability(pair.test().p()));
    }
  }

  /** Three digits after the point, or that it is less. */
  static String probability(double p) {
    return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
  }

  private static void add(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }
}
