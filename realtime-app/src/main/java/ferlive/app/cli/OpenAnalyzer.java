package ferlive.app.cli;

import ferlive.app.pipeline.AnalyzerConfig;
import ferlive.app.pipeline.AnalyzerInfo;
import ferlive.app.pipeline.FaceAnalyzer;
import ferlive.app.pipeline.FrameAnalyzer;
import java.util.List;

/**
 * An analyzer with what commands tell of it.
 *
 * @param labels in the order of its scores
 */
record OpenAnalyzer(FrameAnalyzer analyzer, AnalyzerInfo info, List<String> labels) {
  OpenAnalyzer {
    labels = List.copyOf(labels);
  }

  static OpenAnalyzer open(AnalyzerConfig config) {
    FaceAnalyzer analyzer = FaceAnalyzer.open(config);
    return new OpenAnalyzer(analyzer, analyzer.info(), analyzer.labels());
  }
}
