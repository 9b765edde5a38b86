package ferlive.trainer.train;

import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.metrics.Evaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    return outputs(graph, faces).get(0);
  }

  /**
   * All outputs for every face, the probabilities first and then those of the heads.
   *
   * @return each {@code [faces][values]}
   */
  public static List<float[][]> outputs(ComputationGraph graph, FaceDataset faces) {
    int side = faces.side();
    int area = side * side;
    List<float[][]> outputs = new ArrayList<>();
    for (int i = 0; i < graph.getNumOutputArrays(); i++) {
      outputs.add(new float[faces.size()][]);
    }
    for (int from = 0; from < faces.size(); from += BATCH) {
      int size = Math.min(BATCH, faces.size() - from);
      float[] inputs = new float[size * area];
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = faces.pixels()[from * area + i] & 0xff;
      }
      BatchMaker.standardize(inputs);
      INDArray[] batch = graph.output(Nd4j.create(inputs, new long[] {size, side, side, 1}, 'c'));
      for (int i = 0; i < size; i++) {
        for (int k = 0; k < batch.length; k++) {
          outputs.get(k)[from + i] = batch[k].getRow(i).toFloatVector();
        }
      }
    }
    return outputs;
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
