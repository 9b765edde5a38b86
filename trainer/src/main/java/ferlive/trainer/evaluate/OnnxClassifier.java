package ferlive.trainer.evaluate;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.metrics.Rescaling;
import ferlive.trainer.net.Head;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An ONNX file that keeps the model contract, run by ONNX Runtime on the CPU. */
public final class OnnxClassifier implements Classifier {
  private static final Logger LOG = LoggerFactory.getLogger(OnnxClassifier.class);
  private static final OrtLoggingLevel FATAL = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL;

  /**
   * Where a model's external data would be looked for. Without it, ONNX Runtime reads files that
   * the model names from the working directory; with an empty folder no such model loads.
   */
  private static final String EXTERNAL_DATA =
      "session.model_external_initializers_file_folder_path";

  private static final int BATCH = 128;

  private final String name;
  private final OrtSession session;
  private final OnnxContract contract;

  private OnnxClassifier(String name, OrtSession session, OnnxContract contract) {
    this.name = name;
    this.session = session;
    this.contract = contract;
  }

  /**
   * Loads a model and holds it against the contract.
   *
   * @throws TrainerException with MODEL when it cannot be read, is no ONNX file, or breaks the
   *     contract
   */
  public static OnnxClassifier open(Path file, int threads) {
    return of("the model " + file, ModelBytes.read(file), threads);
  }

  /**
   * Loads a model from memory, as {@link #open} does.
   *
   * @param name begins the message when it is refused
   */
  public static OnnxClassifier of(String name, byte[] bytes, int threads) {
    OrtSession session = null;
    try (EmptyFolder nothing = EmptyFolder.make();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.setSessionLogLevel(FATAL);
      options.addConfigEntry(EXTERNAL_DATA, nothing.path().toString());
      session = OnnxEnvironment.get().createSession(bytes, options);
      return new OnnxClassifier(name, session, OnnxContract.of(session));
    } catch (OrtException e) {
      close(session);
      throw refused(name + " cannot be loaded: " + firstLine(e), e);
    } catch (OnnxContract.BrokenException e) {
      close(session);
      throw refused(name + " " + e.getMessage(), e);
    }
  }

  @Override
  public List<String> labels() {
    return contract.labels();
  }

  @Override
  public int side() {
    return contract.side();
  }

  @Override
  public Rescaling rescaling() {
    return contract.rescaling();
  }

  /** What the model says of itself under a key. */
  public Optional<String> metadata(String key) {
    return Optional.ofNullable(contract.metadata().get(key));
  }

  /**
   * Times one face after the other, as a live picture with one face would.
   *
   * @return nanoseconds of each run
   */
  public long[] time(FaceDataset faces, int runs) {
    int area = side() * side();
    FloatBuffer input = input(1);
    long[] nanos = new long[runs];
    for (int i = 0; i < runs; i++) {
      fill(input, faces, i % faces.size() * area, area);
      long start = System.nanoTime();
      run(input, 1, OnnxContract.OUTPUT, labels().size());
      nanos[i] = System.nanoTime() - start;
    }
    return nanos;
  }

  @Override
  public float[][] probabilities(FaceDataset faces) {
    return Probabilities.checked(all(faces, OnnxContract.OUTPUT, labels().size()), name);
  }

  /** The outputs that it has beside the probabilities. */
  public Set<Head> heads() {
    return contract.heads();
  }

  /**
   * What a head answers for each picture.
   *
   * @param head one of {@link #heads}
   * @param faces of {@link #side} pixels
   * @return {@code [faces][size of the head]}, 0..1
   */
  public float[][] answers(Head head, FaceDataset faces) {
    return all(faces, head.output(), head.size());
  }

  private float[][] all(FaceDataset faces, String output, int columns) {
    int area = side() * side();
    FloatBuffer input = input(BATCH);
    float[][] answers = new float[faces.size()][];
    for (int from = 0; from < faces.size(); from += BATCH) {
      int size = Math.min(BATCH, faces.size() - from);
      fill(input, faces, from * area, size * area);
      System.arraycopy(run(input, size, output, columns), 0, answers, from, size);
    }
    return answers;
  }

  private FloatBuffer input(int faces) {
    return ByteBuffer.allocateDirect(faces * side() * side() * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  private static void fill(FloatBuffer input, FaceDataset faces, int from, int length) {
    input.clear();
    for (int i = from; i < from + length; i++) {
      input.put(faces.pixels()[i] & 0xff);
    }
    input.flip();
  }

  private float[][] run(FloatBuffer input, int size, String output, int columns) {
    long[] shape = {size, 1, side(), side()};
    try (OnnxTensor face = OnnxTensor.createTensor(OnnxEnvironment.get(), input, shape);
        OrtSession.Result result = session.run(Map.of(OnnxContract.INPUT, face), Set.of(output))) {
      float[][] rows = (float[][]) result.get(0).getValue();
      if (rows.length != size || rows[0].length != columns) {
        throw refused(
            "%s gives %d rows of %s for %d faces".formatted(name, rows.length, output, size), null);
      }
      return rows;
    } catch (OrtException e) {
      throw refused(name + " fails: " + firstLine(e), e);
    }
  }

  @Override
  public void close() {
    close(session);
  }

  private static void close(OrtSession session) {
    try {
      if (session != null) {
        session.close();
      }
    } catch (OrtException e) {
      LOG.warn("cannot close a session: {}", e.getMessage());
    }
  }

  private static String firstLine(OrtException e) {
    return e.getMessage().lines().findFirst().orElse("unknown fault");
  }

  private static TrainerException refused(String message, Exception cause) {
    return new TrainerException(ExitCode.MODEL, message, cause);
  }
}
