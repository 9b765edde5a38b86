package ferlive.app.quality;

/** How well results agree with what people see. */
record Quality(CountFigures count, LabelFigures label, SteadyFigures steady) {
  static final Quality NONE = new Quality(CountFigures.NONE, LabelFigures.NONE, SteadyFigures.NONE);

  /** Of the frames of both. */
  Quality plus(Quality other) {
    return new Quality(count.plus(other.count), label.plus(other.label), steady.plus(other.steady));
  }
}
