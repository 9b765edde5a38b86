package ferlive.app.quality;

/**
 * Whether faces were named rightly. A face counts once in every frame.
 *
 * @param faces that were found in judged frames
 * @param notSure of those
 * @param labelled faces in frames whose label is plain
 * @param right of the labelled, sure or not
 * @param sure of the labelled
 * @param sureRight of the sure
 */
record LabelFigures(
    long faces, long notSure, long labelled, long right, long sure, long sureRight) {
  static final LabelFigures NONE = new LabelFigures(0, 0, 0, 0, 0, 0);

  LabelFigures plus(LabelFigures other) {
    return new LabelFigures(
        faces + other.faces,
        notSure + other.notSure,
        labelled + other.labelled,
        right + other.right,
        sure + other.sure,
        sureRight + other.sureRight);
  }

  /** 0..1; NaN without labelled faces. */
  double accuracy() {
    return (double) right / labelled;
  }

  /** 0..1; NaN without sure ones. */
  double sureAccuracy() {
    return (double) sureRight / sure;
  }

  /** 0..1; NaN without faces. */
  double notSureShare() {
    return (double) notSure / faces;
  }
}
