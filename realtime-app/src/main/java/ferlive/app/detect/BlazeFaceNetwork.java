package ferlive.app.detect;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ferlive.app.asset.AssetFile;
import ferlive.app.frame.Box;
import ferlive.app.onnx.OnnxEnvironment;
import ferlive.app.onnx.OnnxModels;
import ferlive.app.onnx.OnnxOperators;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * One network of BlazeFace (Bazarevsky et al. 2019, arXiv 1907.05047) in ONNX Runtime, on one
 * thread. Its input and outputs are pinned: a run makes no tensor and copies none.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: owns session, tensors and buffers.
 */
final class BlazeFaceNetwork implements AutoCloseable {
  private static final String INPUT = "input:0";

  private final BlazeFaceModel model;
  private final BlazeFaceInput input;
  private final BlazeFaceLayer fine = layer(16, 2);
  private final BlazeFaceLayer coarse = layer(8, 6);
  private final Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
  private final Map<String, OnnxTensor> outputs = new LinkedHashMap<>();
  private OrtSession session;

  private BlazeFaceNetwork(BlazeFaceModel model) {
    this.model = model;
    this.input = new BlazeFaceInput(model.side());
  }

  /**
   * Opens a network.
   *
   * @param folder that holds its file
   * @throws ferlive.app.error.AppException with MODEL when the file is missing, is not the known
   *     one or cannot be run
   */
  static BlazeFaceNetwork open(BlazeFaceModel model, Path folder) {
    AssetFile file = model.load(folder);
    BlazeFaceNetwork network = new BlazeFaceNetwork(model);
    try {
      network.open(file);
      return network;
    } catch (OrtException e) {
      network.close();
      throw file.refused("cannot be run", e);
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
  }

  private void open(AssetFile file) throws OrtException {
    int side = model.side();
    inputs.put(INPUT, tensor(input.values(), 1, side, side, 3));
    outputs.put("Identity:0", tensor(fine.scores(), 1, fine.size(), 1));
    outputs.put("Identity_1:0", tensor(coarse.scores(), 1, coarse.size(), 1));
    outputs.put("Identity_2:0", tensor(fine.boxes(), 1, fine.size(), BlazeFaceLayer.NUMBERS));
    outputs.put("Identity_3:0", tensor(coarse.boxes(), 1, coarse.size(), BlazeFaceLayer.NUMBERS));
    // Too small for a second thread to gain anything.
    session = OnnxModels.open(file, OnnxOperators.DETECTOR, 1, false);
  }

  /**
   * Looks for faces in a square of an image.
   *
   * @param image 8-bit BGR; borrowed
   * @param square in pixels of the image; may reach beyond it
   * @param minScore score from which a place is a face, between 0 and 1
   * @return the faces, best first, in pixels of the image
   */
  List<FoundFace> find(Mat image, Box square, double minScore) {
    if (!input.fill(image, square)) {
      return List.of();
    }
    try {
      session.run(inputs, Set.of(), outputs).close();
    } catch (OrtException e) {
      throw new IllegalStateException("BlazeFace cannot be run", e);
    }
    double minLogit = Math.log(minScore / (1 - minScore));
    List<FoundFace> finds = new ArrayList<>();
    fine.collect(minLogit, square, model.side(), finds);
    coarse.collect(minLogit, square, model.side(), finds);
    return OverlapMerge.merge(finds);
  }

  private static BlazeFaceLayer layer(int cells, int anchors) {
    int size = cells * cells * anchors;
    return new BlazeFaceLayer(cells, anchors, floats(size), floats(size * BlazeFaceLayer.NUMBERS));
  }

  private static FloatBuffer floats(int size) {
    return ByteBuffer.allocateDirect(size * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  private static OnnxTensor tensor(FloatBuffer values, long... shape) throws OrtException {
    return OnnxTensor.createTensor(OnnxEnvironment.get(), values, shape);
  }

  @Override
  public void close() {
    outputs.values().forEach(OnnxTensor::close);
    inputs.values().forEach(OnnxTensor::close);
    // ONNX Runtime warns of a tensor that is closed twice.
    outputs.clear();
    inputs.clear();
    input.close();
    if (session != null) {
      try {
        session.close();
      } catch (OrtException e) {
        throw new IllegalStateException("cannot close the session", e);
      }
      session = null;
    }
  }
}
