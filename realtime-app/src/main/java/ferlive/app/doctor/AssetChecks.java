package ferlive.app.doctor;

import ferlive.app.asset.HomeFolder;
import ferlive.app.classify.Device;
import ferlive.app.classify.EmotionClassifier;
import ferlive.app.classify.ListedModel;
import ferlive.app.classify.ModelCatalog;
import ferlive.app.classify.ModelLoader;
import ferlive.app.classify.ModelState;
import ferlive.app.detect.FaceDetector;
import ferlive.app.detect.HaarFaceDetector;
import ferlive.app.error.ExitCode;
import ferlive.app.pipeline.AnalyzerConfig;
import ferlive.app.pipeline.DetectorChoice;
import ferlive.app.pipeline.DetectorName;
import ferlive.app.pipeline.Detectors;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Holds the shipped files against their hashes, and opens what the default run opens. */
final class AssetChecks {
  private static final String RESTORE =
      "restore the files as they were shipped (git checkout models)";

  private final Supplier<HomeFolder> home;

  AssetChecks(Supplier<HomeFolder> home) {
    this.home = home;
  }

  Finding models() {
    List<ListedModel> models = ModelCatalog.shipped(home.get());
    List<ListedModel> bad =
        models.stream().filter(model -> model.state() != ModelState.OK).toList();
    if (models.isEmpty() || !bad.isEmpty()) {
      String text =
          bad.stream()
              .map(model -> model.file() + " is " + model.state().name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
      return Finding.missing(
          "models", models.isEmpty() ? "none is listed" : text, RESTORE, ExitCode.MODEL);
    }
    return Finding.ok(
        "models",
        models.stream().map(ListedModel::name).collect(Collectors.joining(", "))
            + ", each with the listed sha256");
  }

  Finding defaultModel() {
    try (EmotionClassifier classifier =
        EmotionClassifier.open(
            ModelLoader.load(home.get(), AnalyzerConfig.DEFAULT_MODEL, true), Device.CPU, 1)) {
      return Finding.ok(
          "default model",
          "%s names faces of %d pixels on the %s"
              .formatted(
                  AnalyzerConfig.DEFAULT_MODEL, classifier.contract().side(), classifier.device()));
    }
  }

  /** The one that the default run takes. */
  Finding detector() {
    try (FaceDetector detector =
        Detectors.open(DetectorChoice.of(DetectorName.AUTO), home.get(), true).detector()) {
      return Finding.ok("detector", detector.name() + ", its files with the known sha256");
    }
  }

  Finding cascades() {
    try (FaceDetector detector = HaarFaceDetector.open(home.get().cascades())) {
      return Finding.ok("cascades", detector.name() + ", its files with the known sha256");
    }
  }
}
