package ferlive.trainer.cli;

import ai.onnx.proto.OnnxMl.ModelProto;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.data.Split;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.evaluate.OnnxClassifier;
import ferlive.trainer.export.Calibrated;
import ferlive.trainer.export.FaceThreshold;
import ferlive.trainer.net.Head;
import ferlive.trainer.train.Prediction;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Whether a model that is made is calibrated. */
final class CalibrateOption {
  @Option(
      names = "--calibrate",
      paramLabel = "PATH",
      description =
          "FER2013: take smoothing out of the probabilities and divide their logits, inside the"
              + " model, so that the winner's says how often it is right on PublicTest.")
  private Path data;

  /**
   * A model that was calibrated.
   *
   * @param model to be written
   * @param lines what was done, for the user
   */
  record Done(ModelProto model, String lines) {}

  /** Whether the option was given. */
  boolean isAsked() {
    return data != null;
  }

  /**
   * Runs a new model over PublicTest and calibrates it, when that was asked for; one that tells
   * faces from other things also learns from which answer on.
   *
   * @param name of the model, for messages
   * @throws TrainerException with INPUT when the data has no PublicTest
   */
  Done calibrate(ModelProto model, String name) {
    if (!isAsked()) {
      return new Done(model, "");
    }
    try (OnnxClassifier classifier = OnnxClassifier.of(name, model.toByteArray(), 1)) {
      FaceDataset all = DataOption.open(data, classifier);
      if (!all.holds(Split.PUBLIC_TEST)) {
        // A folder CLASS/* is mostly what the network learned from, where it is too sure of itself.
        throw new TrainerException(
            ExitCode.INPUT, data + " has no PublicTest to calibrate on; name FER2013");
      }
      FaceDataset faces = all.select(Set.of(Split.PUBLIC_TEST));
      Calibrated calibrated =
          Calibrated.of(model, classifier.probabilities(faces), Prediction.truth(faces));
      Optional<FaceThreshold> threshold =
          classifier.heads().contains(Head.FACE)
              ? Optional.of(FaceThreshold.of(classifier.answers(Head.FACE, faces)))
              : Optional.empty();
      return new Done(
          threshold.map(it -> it.in(calibrated.model())).orElse(calibrated.model()),
          line(calibrated) + threshold.map(CalibrateOption::line).orElse(""));
    }
  }

  private static String line(Calibrated calibrated) {
    return String.format(
        "PublicTest, %d faces: accuracy %.4f, macro-F1 %.4f, calibration error %.4f, with"
            + " smoothing %.2f taken out and temperature %.4f %.4f%n",
        calibrated.before().confusion().total(),
        calibrated.before().confusion().accuracy(),
        calibrated.before().confusion().macroF1(),
        calibrated.before().calibration().error(),
        calibrated.rescaling().smoothing(),
        calibrated.rescaling().temperature().value(),
        calibrated.after().calibration().error());
  }

  private static String line(FaceThreshold threshold) {
    return String.format(
        "taken for a face from %.4f on: %.2f %% of these faces%n",
        threshold.value(), 100 * threshold.kept());
  }
}
