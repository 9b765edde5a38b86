package ferlive.app.pipeline;

import ferlive.app.frame.Frame;
import ferlive.app.source.SourceState;

/** What a source sends to the analysis. */
sealed interface Arrival {
  /** A frame, which whoever takes it closes. */
  record Picture(Frame frame) implements Arrival {}

  /** How it stands with the source from here on. */
  record Change(SourceState state) implements Arrival {}
}
