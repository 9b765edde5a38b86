package ferlive.trainer.cli;

import ferlive.trainer.backend.Backend;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.export.ModelExport;
import ferlive.trainer.train.TrainedNetwork;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a checkpoint as an ONNX model. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Writes the averaged weights of a checkpoint as an ONNX model.",
    footer = {
      "",
      "Examples:",
      "  ferlive export --checkpoint runs/aer-cnn/best.ckpt --out aer-cnn.onnx",
      "  ferlive export --checkpoint runs/aer-cnn/best.ckpt --out models/aer-cnn.onnx"
          + " --manifest models/manifest.json"
    })
final class ExportCommand implements Callable<Integer> {
  @Option(
      names = "--checkpoint",
      required = true,
      paramLabel = "FILE",
      description = "Checkpoint of a training, best.ckpt as a rule.")
  private Path checkpoint;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Model to write.")
  private Path out;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description = "List beside the model in which it is entered.")
  private Path manifest;

  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    if (out.equals(Path.of("-"))) {
      throw new TrainerException(ExitCode.USAGE, "a model is written to a file, not to -");
    }
    if (manifest != null && !folder(manifest).equals(folder(out))) {
      throw new TrainerException(
          ExitCode.USAGE, manifest + " lists the models beside it, and " + out + " is not");
    }
    Backend.useThreads(1);
    ModelExport export =
        ModelExport.write(
            TrainedNetwork.read(checkpoint),
            out,
            Optional.ofNullable(manifest),
            LocalDate.now(ZoneOffset.UTC),
            "ferlive trainer " + VersionProvider.version());
    if (!common.quiet) {
      System.out.printf("%s  %d bytes  sha256 %s%n", out, export.bytes(), export.sha256());
    }
    return ExitCode.OK.code();
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().normalize().getParent();
  }
}
