package ferlive.app.classify;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Box;
import ferlive.app.onnx.LoadDeadline;
import ferlive.app.result.AttentionMap;
import ferlive.app.result.Scores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Names the expressions of face crops, all of a frame in one call.
 *
 * <p><b>Shapes</b>: N x 1 x S x S float32 in, N x K out, N up to {@link FaceBatch#CAPACITY}.
 * <b>Threading</b>: confined to one thread. <b>Ownership</b>: owns the network and its {@link
 * #batch()}; the caller closes it.
 */
public final class EmotionClassifier implements AutoCloseable {
  /** Until a model has named its first faces. The shipped ones take a tenth of a second. */
  static final Duration CPU_LIMIT = Duration.ofSeconds(10);

  /** The driver's start counts in. */
  private static final Duration CUDA_LIMIT = Duration.ofSeconds(60);

  private final ModelFile model;
  private final ModelContract contract;
  private final OnnxNetwork network;
  private final boolean cuda;
  private final Optional<String> deviceNotice;
  private final AnswerCheck check;

  /** Attention of all faces of the last batch; empty where it was not asked for. */
  private float[] looked = new float[0];

  private EmotionClassifier(
      ModelFile model, OrtSession session, boolean cuda, Optional<String> deviceNotice)
      throws OrtException {
    this.model = model;
    this.check = new AnswerCheck("model file " + model.asset().path());
    this.contract = new ContractReader(model.asset().path()).read(session);
    this.network = new OnnxNetwork(session, contract);
    this.cuda = cuda;
    this.deviceNotice = deviceNotice;
  }

  /**
   * Opens a model, holds it to the contract and tries it.
   *
   * @param threads of the CPU that one run may use, at least 1
   * @throws AppException with MODEL when the model is refused, with DEVICE when the device cannot
   *     be used
   */
  public static EmotionClassifier open(ModelFile model, Device device, int threads) {
    return switch (device) {
      case CPU -> onCpu(model, threads, Optional.empty());
      case CUDA -> {
        // A broken model is told of also where there is no CUDA to find that out on.
        onCpu(model, threads, Optional.empty()).close();
        yield onCuda(model, threads);
      }
      case AUTO -> onBest(model, threads);
    };
  }

  private static EmotionClassifier onBest(ModelFile model, int threads) {
    try {
      return onCuda(model, threads);
    } catch (AppException e) {
      if (e.exitCode() != ExitCode.DEVICE) {
        throw e;
      }
      return onCpu(model, threads, Optional.of("using the CPU: " + e.getMessage()));
    }
  }

  private static EmotionClassifier onCpu(ModelFile model, int threads, Optional<String> notice) {
    return LoadDeadline.load(
        model.asset(),
        CPU_LIMIT,
        () -> tried(model, OnnxSessions.onCpu(model, threads), false, notice),
        EmotionClassifier::close);
  }

  private static EmotionClassifier onCuda(ModelFile model, int threads) {
    return LoadDeadline.load(
        model.asset(),
        CUDA_LIMIT,
        () -> tried(model, OnnxSessions.onCuda(model, threads), true, Optional.empty()),
        EmotionClassifier::close);
  }

  private static EmotionClassifier tried(
      ModelFile model, OrtSession session, boolean cuda, Optional<String> notice) {
    EmotionClassifier classifier;
    try {
      classifier = new EmotionClassifier(model, session, cuda, notice);
    } catch (OrtException e) {
      OnnxSessions.close(session);
      throw new IllegalStateException("run options could not be made", e);
    } catch (RuntimeException e) {
      OnnxSessions.close(session);
      throw e;
    }
    try {
      classifier.selfTest();
      return classifier;
    } catch (RuntimeException e) {
      classifier.close();
      throw e;
    }
  }

  /** A black and a white face: a model that cannot name these cannot be used. */
  private void selfTest() {
    FaceBatch batch = network.batch();
    for (double level : new double[] {0, 255}) {
      Mat face = batch.add();
      try (Scalar gray = new Scalar(level)) {
        face.put(gray);
      }
    }
    float[] values;
    try {
      values = network.run(contract.hasAttention());
    } catch (OrtException e) {
      throw refused(notRun(e), e);
    }
    int labels = contract.labels().size();
    for (int face = 0; face < batch.size(); face++) {
      AnswerCheck.fault(values, face * labels, labels)
          .ifPresent(
              fault -> {
                throw refused(fault, null);
              });
    }
    batch.clear();
  }

  private AppException refused(String fault, Throwable cause) {
    return new AppException(
        ExitCode.MODEL, "model file " + model.asset().path() + " " + fault, cause);
  }

  /** Where the faces go before {@link #classify}. Borrowed. */
  public FaceBatch batch() {
    return network.batch();
  }

  /** What the model promises. */
  public ModelContract contract() {
    return contract;
  }

  /** What it runs on: {@code cpu} or {@code cuda}. */
  public String device() {
    return cuda ? "cuda" : "cpu";
  }

  /** One sentence on why it does not run on CUDA although it was tried. */
  public Optional<String> deviceNotice() {
    return deviceNotice;
  }

  /** Names the faces of the batch, without their attention. */
  public List<Scores> classify() {
    return classify(false);
  }

  /**
   * Names the faces of the batch.
   *
   * @param attentive whether {@link #attention} is wanted; of no effect where the model has none
   * @return as many as there are faces, in their order; {@link Scores#unknown} where the model
   *     answers with no probabilities
   * @throws AppException with DEVICE when the device fails
   */
  public List<Scores> classify(boolean attentive) {
    int faces = network.batch().size();
    if (faces == 0) {
      return new ArrayList<>();
    }
    boolean looking = attentive && contract.hasAttention();
    looked = new float[0];
    int labels = contract.labels().size();
    float[] values;
    try {
      values = network.run(looking);
    } catch (OrtException e) {
      check.bad(notRun(e));
      return new ArrayList<>(Collections.nCopies(faces, Scores.unknown(labels)));
    }
    if (looking) {
      looked = network.attention();
    }
    return checked(values, faces, labels);
  }

  private List<Scores> checked(float[] values, int faces, int labels) {
    List<Scores> scores = new ArrayList<>(faces);
    Optional<String> worst = Optional.empty();
    for (int face = 0; face < faces; face++) {
      Optional<String> fault = AnswerCheck.fault(values, face * labels, labels);
      scores.add(
          fault.isEmpty() ? Scores.of(values, face * labels, labels) : Scores.unknown(labels));
      worst = fault.isPresent() ? fault : worst;
    }
    worst.ifPresentOrElse(check::bad, check::good);
    return scores;
  }

  /**
   * Where the network looked in a face of the last batch; empty where that was not asked for.
   *
   * @param face its place in the batch
   * @param area what {@link FaceCropper#area} says of the face
   * @param angle what {@link FaceCropper#cut} says of the face
   */
  public Optional<AttentionMap> attention(int face, Box area, double angle) {
    int size = contract.attentionValues();
    return looked.length == 0
        ? Optional.empty()
        : Optional.of(
            new AttentionMap(
                looked,
                face * size,
                contract.attentionWidth(),
                contract.attentionHeight(),
                area,
                angle));
  }

  /**
   * Whether a picture of the last batch shows a face at all, by what the model says of it; true
   * where it does not say.
   *
   * @param face its place in the batch
   */
  public boolean isFace(int face) {
    return network.faceness(face) >= contract.faceThreshold();
  }

  private String notRun(OrtException e) {
    if (network.wasLate()) {
      return "does not answer within " + RunDeadline.LIMIT.toSeconds() + " s";
    }
    if (cuda) {
      throw CudaFault.exception(e);
    }
    return "cannot be run";
  }

  /** Runs that gave no probabilities for some face. */
  public long unknownAnswers() {
    return check.unknown();
  }

  /** One sentence once the model failed again and again: its answers are of no use any more. */
  public Optional<String> trouble() {
    return check.trouble();
  }

  @Override
  public void close() {
    network.close();
  }
}
