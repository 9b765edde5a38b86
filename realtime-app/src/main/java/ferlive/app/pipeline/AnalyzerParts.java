package ferlive.app.pipeline;

import ferlive.app.asset.HomeFolder;
import ferlive.app.classify.EmotionClassifier;
import ferlive.app.classify.ModelFile;
import ferlive.app.classify.ModelLoader;
import ferlive.app.detect.OpenDetector;
import ferlive.app.detect.WholeFrameDetector;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.track.LabelSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens what an analyzer is made of, as its configuration says. <b>Threading</b>: thread-safe,
 * immutable. <b>Errors</b>: {@link AppException} with MODEL or DEVICE.
 */
final class AnalyzerParts {
  private final AnalyzerConfig config;
  private final Threads threads;
  private final HomeFolder home;

  AnalyzerParts(AnalyzerConfig config, HomeFolder home) {
    this.config = config;
    this.threads = Threads.of(config.threads());
    this.home = home;
  }

  /**
   * A namer with what is to be told of its model.
   *
   * @param model name of the model
   * @param sha256 of its file
   */
  record OpenNamer(FaceNamer namer, String model, String sha256, List<String> notices) {}

  Threads threads() {
    return threads;
  }

  /** A detector that the caller closes. */
  OpenDetector detector() {
    return config.noDetect() ? new OpenDetector(new WholeFrameDetector()) : open(config.detector());
  }

  /** The detector after one of that name, of those that need no file that is not there. */
  OpenDetector detectorAfter(String name) {
    List<DetectorName> known = new ArrayList<>(List.of(DetectorName.BLAZEFACE, DetectorName.HAAR));
    if (config.detector().model().isPresent()) {
      known.add(DetectorName.YUNET);
    }
    int now = known.stream().map(Enum::name).toList().indexOf(name.toUpperCase(Locale.ROOT));
    DetectorName next = known.get((now + 1) % known.size());
    DetectorChoice choice =
        next == DetectorName.YUNET
            ? config.detector()
            : new DetectorChoice(next, Optional.empty(), config.detector().every());
    return open(choice);
  }

  private OpenDetector open(DetectorChoice choice) {
    return Detectors.open(choice, home, config.strict());
  }

  /** The namer that the configuration asks for; the caller closes it. */
  OpenNamer namer() {
    return namer(config.model());
  }

  /**
   * A namer with the shipped model after one of that name; the caller closes it.
   *
   * @param labels that the model must have, since the outputs were begun with them
   */
  OpenNamer namerAfter(String model, List<String> labels) {
    List<String> shipped = ModelLoader.shipped(home);
    String next =
        shipped.isEmpty() ? model : shipped.get((shipped.indexOf(model) + 1) % shipped.size());
    if (next.equals(model)) {
      throw new AppException(ExitCode.MODEL, "there is no other model than " + model);
    }
    OpenNamer opened = namer(next);
    if (!opened.namer.contract().labels().equals(labels)) {
      opened.namer.close();
      throw new AppException(
          ExitCode.MODEL,
          next + " has other labels than " + model + "; start with --model " + next);
    }
    return opened;
  }

  private OpenNamer namer(String model) {
    ModelFile file = ModelLoader.load(home, model, config.strict());
    EmotionClassifier classifier = EmotionClassifier.open(file, config.device(), threads.perCall());
    List<String> notices =
        Stream.concat(file.notice().stream(), classifier.deviceNotice().stream()).toList();
    try {
      LabelSettings settings = config.raw() ? LabelSettings.raw() : LabelSettings.smooth();
      return new OpenNamer(
          new FaceNamer(classifier, settings, config.noDetect()),
          file.name(),
          file.asset().sha256(),
          notices);
    } catch (RuntimeException e) {
      classifier.close();
      throw e;
    }
  }
}
