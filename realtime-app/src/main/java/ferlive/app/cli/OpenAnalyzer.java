package ferlive.app.cli;

import ferlive.app.pipeline.AnalyzerConfig;
import ferlive.app.pipeline.AnalyzerControls;
import ferlive.app.pipeline.AnalyzerInfo;
import ferlive.app.pipeline.FaceAnalyzer;
import ferlive.app.pipeline.FrameAnalyzer;
import java.util.List;
import java.util.Optional;

/**
 * An analyzer with what commands tell of it.
 *
 * @param labels in the order of its scores
 */
record OpenAnalyzer(FrameAnalyzer analyzer, AnalyzerInfo info, List<String> labels) {
  OpenAnalyzer {
    labels = List.copyOf(labels);
  }

  /** What can be changed while it works; empty for one that stays as it is. */
  Optional<AnalyzerControls> controls() {
    return analyzer instanceof AnalyzerControls controls ? Optional.of(controls) : Optional.empty();
  }

  static OpenAnalyzer open(AnalyzerConfig config) {
    FaceAnalyzer analyzer = FaceAnalyzer.open(config);
    return new OpenAnalyzer(analyzer, analyzer.info(), analyzer.labels());
  }
}
