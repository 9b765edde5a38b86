package ferlive.trainer.compare;

import ferlive.trainer.data.Sha256;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.evaluate.ModelBytes;
import ferlive.trainer.evaluate.OnnxClassifier;
import ferlive.trainer.export.OnnxExporter;
import ferlive.trainer.export.TrainingHistory;
import ferlive.trainer.train.CheckpointHeader;
import ferlive.trainer.train.EpochReport;
import ferlive.trainer.train.RunFolder;
import ferlive.trainer.train.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A model to compare, as ONNX whatever it was given as, so that all are run alike.
 *
 * <p><b>Ownership</b>: holds the loaded model until closed.
 *
 * @param given what the user called it
 * @param name short, for tables
 * @param sha256 of the file
 * @param bytes size as ONNX
 * @param history of its training, as far as it is known
 * @param classifier the loaded model
 */
public record Candidate(
    String given,
    String name,
    String sha256,
    long bytes,
    List<EpochReport> history,
    OnnxClassifier classifier)
    implements AutoCloseable {
  private static final String CHECKPOINT = ".ckpt";

  /**
   * Opens an ONNX file, a checkpoint {@code *.ckpt}, or the folder of a training, which stands for
   * its best checkpoint and has all its epochs.
   *
   * @throws TrainerException with MODEL when an ONNX file is refused, with INPUT when a checkpoint
   *     cannot be used
   */
  public static Candidate open(Path given) {
    if (Files.isDirectory(given)) {
      List<EpochReport> history =
          RunFolder.begun(given).map(CheckpointHeader::history).orElse(List.of());
      return ofCheckpoint(given, RunFolder.best(given), history);
    }
    if (given.toString().endsWith(CHECKPOINT)) {
      return ofCheckpoint(given, given, List.of());
    }
    byte[] model = ModelBytes.read(given);
    OnnxClassifier classifier = OnnxClassifier.of("the model " + given, model, 1);
    List<EpochReport> history =
        classifier.metadata(TrainingHistory.KEY).map(TrainingHistory::read).orElse(List.of());
    return new Candidate(
        given.toString(), name(given), Sha256.of(model), model.length, history, classifier);
  }

  private static Candidate ofCheckpoint(Path given, Path file, List<EpochReport> history) {
    TrainedNetwork trained = TrainedNetwork.read(file);
    byte[] model =
        OnnxExporter.export(trained, LocalDate.now(ZoneOffset.UTC), "compare").toByteArray();
    trained.graph().close();
    return new Candidate(
        given.toString(),
        name(given),
        sha256(file),
        model.length,
        history.isEmpty() ? trained.header().history() : history,
        OnnxClassifier.of("the network of " + file, model, 1));
  }

  private static String name(Path given) {
    Path path = given.toAbsolutePath().normalize();
    String file = String.valueOf(path.getFileName());
    // Checkpoints of all trainings are called alike.
    return file.endsWith(CHECKPOINT)
        ? path.getParent().getFileName() + "/" + file
        : file.replaceFirst("\\.onnx$", "");
  }

  private static String sha256(Path file) {
    try {
      return Sha256.ofFile(file);
    } catch (IOException e) {
      throw new TrainerException(ExitCode.INPUT, "cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    classifier.close();
  }
}
