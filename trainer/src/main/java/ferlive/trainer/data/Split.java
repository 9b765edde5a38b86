package ferlive.trainer.data;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The three parts of FER2013, as its authors divided it. */
public enum Split {
  TRAIN(0),
  PUBLIC_TEST(1),
  PRIVATE_TEST(2);

  private final int code;

  Split(int code) {
    this.code = code;
  }

  /** Stands for the split in arrays and cache files. */
  byte code() {
    return (byte) code;
  }

  /**
   * The splits that a command line name stands for: {@code train}, {@code public}, {@code private},
   * or {@code test}, which is public and private together.
   *
   * @throws TrainerException with {@link ExitCode#USAGE} for any other name
   */
  public static Set<Split> parse(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "train" -> EnumSet.of(TRAIN);
      case "public" -> EnumSet.of(PUBLIC_TEST);
      case "private" -> EnumSet.of(PRIVATE_TEST);
      case "test" -> EnumSet.of(PUBLIC_TEST, PRIVATE_TEST);
      default ->
          throw new TrainerException(
              ExitCode.USAGE,
              "unknown split '" + name + "', expected train, public, private or test");
    };
  }

  /** The name on the command line that stands for some splits; the inverse of {@link #parse}. */
  public static String name(Set<Split> splits) {
    return splits.size() > 1 ? "test" : splits.iterator().next().label();
  }

  /** The name on the command line. */
  public String label() {
    return switch (this) {
      case TRAIN -> "train";
      case PUBLIC_TEST -> "public";
      case PRIVATE_TEST -> "private";
    };
  }
}
