package ferlive.trainer.compare;

import ferlive.trainer.evaluate.EvaluationReport;
import ferlive.trainer.train.EpochReport;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;

/**
 * One model of a comparison.
 *
 * @param name short and unlike the others'
 * @param report its figures
 * @param right the faces that it gets right
 * @param cost what it takes to run
 * @param history its training, empty where it is not known
 */
public record ComparedModel(
    String name, EvaluationReport report, BitSet right, Cost cost, List<EpochReport> history) {
  /**
   * What a model takes.
   *
   * @param millisPerFace median time of one face alone, one thread
   * @param multiplyAdds for one face, where the model tells
   * @param params numbers that were learned, where the model tells
   * @param bytes of the ONNX file
   */
  public record Cost(
      double millisPerFace, OptionalLong multiplyAdds, OptionalLong params, long bytes) {}

  public ComparedModel {
    history = List.copyOf(history);
  }
}
