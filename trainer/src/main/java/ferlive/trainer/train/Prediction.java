package ferlive.trainer.train;

import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.metrics.Evaluation;
import java.util.Arrays;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Runs a DL4J graph over the faces of a data set. */
public final class Prediction {
  private static final int BATCH = 128;

  private Prediction() {}

  /**
   * Probabilities of every face.
   *
   * @return {@code [faces][classes]}
   */
  public static float[][] of(ComputationGraph graph, FaceDataset faces) {
    int side = faces.side();
    int area = side * side;
    float[][] probabilities = new float[faces.size()][];
    for (int from = 0; from < faces.size(); from += BATCH) {
      int size = Math.min(BATCH, faces.size() - from);
      float[] inputs = new float[size * area];
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = faces.pixels()[from * area + i] & 0xff;
      }
      BatchMaker.standardize(inputs);
      INDArray output = graph.output(Nd4j.create(inputs, new long[] {size, side, side, 1}, 'c'))[0];
      for (int i = 0; i < size; i++) {
        probabilities[from + i] = output.getRow(i).toFloatVector();
      }
    }
    return probabilities;
  }

  /** Class of every face. */
  public static int[] truth(FaceDataset faces) {
    int[] truth = new int[faces.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = faces.label(i);
    }
    return truth;
  }

  /** Index of the largest probability of each row. */
  public static int[] winners(float[][] probabilities) {
    return Arrays.stream(probabilities).mapToInt(Evaluation::winner).toArray();
  }
}
