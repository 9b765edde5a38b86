package ferlive.app.classify;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ferlive.app.onnx.OnnxEnvironment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

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
  private final ModelContract contract;
  private final int labels;
  private final FloatBuffer answers;
  private final FloatBuffer attention;
  private final FloatBuffer faces;
  private final Tensors[] tensorsBySize = new Tensors[FaceBatch.CAPACITY + 1];
  private final Tensors[] attentiveBySize = new Tensors[FaceBatch.CAPACITY + 1];
  private final RunDeadline deadline;
  private boolean closed;

  /** Takes the session over. */
  OnnxNetwork(OrtSession session, ModelContract contract) throws OrtException {
    this(session, contract, RunDeadline.LIMIT);
  }

  OnnxNetwork(OrtSession session, ModelContract contract, Duration limit) throws OrtException {
    this.session = session;
    this.deadline = new RunDeadline(limit);
    this.contract = contract;
    this.batch = new FaceBatch(contract.side());
    this.labels = contract.labels().size();
    this.answers = buffer(labels);
    this.attention = buffer(contract.attentionValues());
    this.faces = buffer(1);
  }

  private static FloatBuffer buffer(int valuesOfAFace) {
    return ByteBuffer.allocateDirect(FaceBatch.CAPACITY * valuesOfAFace * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  FaceBatch batch() {
    return batch;
  }

  /**
   * Runs the network on the batch, which has at least one face.
   *
   * @param attentive whether {@link #attention} is wanted, which the model must have
   * @return a copy of its answers, one face after another
   */
  float[] run(boolean attentive) throws OrtException {
    Tensors tensors = tensors(batch.size(), attentive);
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

  /**
   * How far a picture of the last run is a face, 0..1; 1 where the model does not tell.
   *
   * @param face its place in the batch
   */
  float faceness(int face) {
    return contract.tellsFaces() ? faces.get(face) : 1;
  }

  /** A copy of where the last attentive run looked, one face of the batch after another. */
  float[] attention() {
    float[] values = new float[batch.size() * contract.attentionValues()];
    attention.get(0, values);
    return values;
  }

  private Tensors tensors(int faces, boolean attentive) throws OrtException {
    Tensors[] bySize = attentive ? attentiveBySize : tensorsBySize;
    if (bySize[faces] == null) {
      long side = batch.side();
      Map<String, OnnxTensor> inputs = new HashMap<>();
      Map<String, OnnxTensor> outputs = new HashMap<>();
      try {
        inputs.put(ModelContract.INPUT, tensor(batch.values(faces), faces, 1, side, side));
        outputs.put(ModelContract.OUTPUT, tensor(answers.slice(0, faces * labels), faces, labels));
        if (contract.tellsFaces()) {
          outputs.put(ModelContract.FACE, tensor(this.faces.slice(0, faces), faces, 1));
        }
        if (attentive) {
          outputs.put(ModelContract.ATTENTION, attentionTensor(faces));
        }
      } catch (OrtException | RuntimeException e) {
        new Tensors(inputs, outputs).close();
        throw e;
      }
      bySize[faces] = new Tensors(inputs, outputs);
    }
    return bySize[faces];
  }

  private OnnxTensor attentionTensor(int faces) throws OrtException {
    FloatBuffer values = attention.slice(0, faces * contract.attentionValues());
    return tensor(values, faces, 1, contract.attentionHeight(), contract.attentionWidth());
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
    Stream.concat(Arrays.stream(tensorsBySize), Arrays.stream(attentiveBySize))
        .filter(Objects::nonNull)
        .forEach(Tensors::close);
    deadline.close();
    batch.close();
    OnnxSessions.close(session);
  }

  /** By name, as a run wants them. */
  private record Tensors(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs) {
    void close() {
      outputs.values().forEach(OnnxTensor::close);
      inputs.values().forEach(OnnxTensor::close);
    }
  }
}
