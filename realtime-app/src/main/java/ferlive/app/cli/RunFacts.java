package ferlive.app.cli;

import ferlive.app.pipeline.AnalyzerConfig;
import ferlive.app.pipeline.AnalyzerInfo;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run was made with, by name, for its report. */
final class RunFacts {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private RunFacts() {}

  static Map<String, String> of(OpenAnalyzer opened, AnalyzerConfig config, LocalDateTime begin) {
    AnalyzerInfo info = opened.info();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Begun", TIME.format(begin));
    facts.put("Program", new AppMain.Version().getVersion()[0]);
    facts.put("Model", info.model() + " (" + info.architecture() + ")");
    facts.put("Model's sha256", info.modelSha256());
    facts.put("Expressions", String.join(", ", opened.labels()));
    facts.put(
        "Faces found by", config.noDetect() ? "nobody: each picture is one" : info.detector());
    facts.put("Ran on", info.device() + ", threads in a call: " + info.threads());
    facts.put("Answers", config.raw() ? "of the bare network" : "smoothed over time");
    return facts;
  }
}
