package ferlive.trainer.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.evaluate.ModelBytes;
import ferlive.trainer.metrics.Evaluation;
import ferlive.trainer.metrics.Rescaling;
import ferlive.trainer.metrics.Temperature;
import java.nio.file.Path;
import java.util.Map;

/**
 * A model whose probabilities are rescaled as fitted on PublicTest, and its figures there.
 *
 * @param model rescales by itself, and says how
 * @param rescaling what it does
 * @param before figures without it
 * @param after figures with it
 */
public record Calibrated(
    ModelProto model, Rescaling rescaling, Evaluation before, Evaluation after) {
  /**
   * Fits the rescaling and puts it into the graph.
   *
   * @param model without one
   * @param probabilities what it gives for the faces of PublicTest
   * @param truth classes of those faces
   */
  public static Calibrated of(ModelProto model, float[][] probabilities, int[] truth) {
    Rescaling rescaling = rounded(Rescaling.fit(probabilities, truth));
    Evaluation before = Evaluation.of(probabilities, truth);
    Evaluation after = Evaluation.of(rescaling.apply(probabilities), truth);
    ModelProto.Builder changed =
        RescalingNodes.in(model, rescaling, probabilities[0].length).toBuilder();
    Map<String, String> entries = ModelProperties.of(changed.build());
    put(entries, "accuracy", after.confusion().accuracy());
    put(entries, "macro-f1", after.confusion().macroF1());
    put(entries, "ece", after.calibration().error());
    ModelProperties.set(changed, entries);
    return new Calibrated(changed.build(), rescaling, before, after);
  }

  /**
   * Reads a model of this program as it was before it was calibrated.
   *
   * @throws TrainerException with MODEL when the file is no ONNX model
   */
  public static ModelProto undone(Path file) {
    try {
      return RescalingNodes.out(ModelProto.parseFrom(ModelBytes.read(file)));
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new TrainerException(
          ExitCode.MODEL, "the model " + file + " is no ONNX model of this program", e);
    }
  }

  /** As the file says it: what is rounded for the metadata is for the graph. */
  private static Rescaling rounded(Rescaling fitted) {
    return new Rescaling(
        new Temperature(rounded(fitted.temperature().value())), rounded(fitted.smoothing()));
  }

  private static double rounded(double value) {
    return Double.parseDouble(RescalingNodes.figure(value));
  }

  private static void put(Map<String, String> entries, String metric, double value) {
    entries.put("fer.metric.public." + metric, RescalingNodes.figure(value));
  }
}
