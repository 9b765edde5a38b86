package ferlive.trainer.data;

/** How the faces of a data set are laid out where they come from. */
public enum DatasetForm {
  /** {@code train/<class>/*} and {@code test/<class>/*}, as a folder or in a zip. */
  KAGGLE,
  /** {@code fer2013.csv}: columns emotion, pixels, Usage. */
  CSV,
  /** {@code <class>/*}: pictures of any size and colour, without splits. */
  PLAIN
}
