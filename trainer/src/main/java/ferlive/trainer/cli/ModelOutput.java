package ferlive.trainer.cli;

import ai.onnx.proto.OnnxMl.ModelProto;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.export.ModelExport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a new model is written to, and whether it is calibrated before. */
final class ModelOutput {
  @Option(
      names = {"--out", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "Model to write.")
  private Path file;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description = "List beside the model in which it is entered.")
  private Path manifest;

  @Mixin private CalibrateOption calibrate;

  /**
   * Finds out before the work whether the model may go there.
   *
   * @throws TrainerException with USAGE when it may not
   */
  void check() {
    if (file.equals(Path.of("-"))) {
      throw new TrainerException(ExitCode.USAGE, "a model is written to a file, not to -");
    }
    if (manifest != null && !folder(manifest).equals(folder(file))) {
      throw new TrainerException(
          ExitCode.USAGE, manifest + " lists the models beside it, and " + file + " is not");
    }
  }

  /** Whether the model is to be calibrated. */
  boolean calibrates() {
    return calibrate.isAsked();
  }

  /**
   * Calibrates the model when that was asked for, writes it, and says what was done, in a line for
   * each.
   *
   * @param name of the model, for messages
   */
  String write(ModelProto model, String name, LocalDate day) {
    CalibrateOption.Done done = calibrate.calibrate(model, name);
    ModelExport export = ModelExport.write(done.model(), file, Optional.ofNullable(manifest), day);
    return done.lines()
        + String.format("%s  %d bytes  sha256 %s", file, export.bytes(), export.sha256());
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().normalize().getParent();
  }
}
