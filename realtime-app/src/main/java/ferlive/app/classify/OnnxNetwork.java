package ferlive.app.classify;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ferlive.app.onnx.OnnxEnvironment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A session with its input and output buffers.
 *
 * <p>Input and output are pinned: ONNX Runtime reads and writes these buffers themselves, and a run
 * makes no tensor but the first time that a batch size occurs.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: owns the session, the batch and
 * the tensors.
 */
final class OnnxNetwork implements AutoCloseable {
  private final OrtSession session;
  private final FaceBatch batch;
  private final int labels;
  private final FloatBuffer answers;
  private final Tensors[] tensorsBySize = new Tensors[FaceBatch.CAPACITY + 1];
  private final RunDeadline deadline;
  private boolean closed;

  /** Takes the session over. */
  OnnxNetwork(OrtSession session, ModelContract contract) throws OrtException {
    this(session, contract, RunDeadline.LIMIT);
  }

  OnnxNetwork(OrtSession session, ModelContract contract, Duration limit) throws OrtException {
    this.session = session;
    this.deadline = new RunDeadline(limit);
    this.batch = new FaceBatch(contract.side());
    this.labels = contract.labels().size();
    this.answers =
        ByteBuffer.allocateDirect(FaceBatch.CAPACITY * labels * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
  }

  FaceBatch batch() {
    return batch;
  }

  /**
   * Runs the network on the batch, which has at least one face.
   *
   * @return a copy of its answers, one face after another
   */
  float[] run() throws OrtException {
    Tensors tensors = tensors(batch.size());
    deadline.begin();
    try {
      session.run(tensors.inputs(), Set.of(), tensors.outputs(), deadline.options()).close();
    } finally {
      deadline.end();
    }
    float[] values = new float[batch.size() * labels];
    answers.get(0, values);
    return values;
  }

  /** Whether the last run was ended for taking too long. */
  boolean wasLate() {
    return deadline.wasLate();
  }

  private Tensors tensors(int faces) throws OrtException {
    if (tensorsBySize[faces] == null) {
      long side = batch.side();
      OnnxTensor input = tensor(batch.values(faces), faces, 1, side, side);
      try {
        OnnxTensor output = tensor(answers.slice(0, faces * labels), faces, labels);
        tensorsBySize[faces] =
            new Tensors(Map.of(ModelContract.INPUT, input), Map.of(ModelContract.OUTPUT, output));
      } catch (OrtException | RuntimeException e) {
        input.close();
        throw e;
      }
    }
    return tensorsBySize[faces];
  }

  private static OnnxTensor tensor(FloatBuffer values, long... shape) throws OrtException {
    return OnnxTensor.createTensor(OnnxEnvironment.get(), values, shape);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    for (Tensors tensors : tensorsBySize) {
      if (tensors != null) {
        tensors.outputs.values().forEach(OnnxTensor::close);
        tensors.inputs.values().forEach(OnnxTensor::close);
      }
    }
    deadline.close();
    batch.close();
    OnnxSessions.close(session);
  }

  /** By name, as a run wants them. */
  private record Tensors(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs) {}
}
