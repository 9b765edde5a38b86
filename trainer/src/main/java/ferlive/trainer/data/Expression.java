package ferlive.trainer.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The seven expressions of FER2013, in the order of the model contract: alphabetical, as Kaggle's
 * folders. The ordinal is the label index and the column of the network's output.
 */
public enum Expression {
  ANGRY,
  DISGUST,
  FEAR,
  HAPPY,
  NEUTRAL,
  SAD,
  SURPRISE;

  /** The label names in order: angry, disgust, fear, happy, neutral, sad, surprise. */
  public static final List<String> LABELS = Arrays.stream(values()).map(Expression::label).toList();

  /** {@code fer2013.csv} counts in another order: its neutral comes last, with code 6. */
  private static final List<Expression> BY_CSV_CODE =
      List.of(ANGRY, DISGUST, FEAR, HAPPY, SAD, SURPRISE, NEUTRAL);

  /**
   * The expression that {@code fer2013.csv} gives a code.
   *
   * @param code 0..6
   */
  public static Expression ofCsvCode(int code) {
    return BY_CSV_CODE.get(code);
  }

  /** Name of its folder and of its column, lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
