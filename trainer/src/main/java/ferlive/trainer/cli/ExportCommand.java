package ferlive.trainer.cli;

import ai.onnx.proto.OnnxMl.ModelProto;
import ferlive.trainer.backend.Backend;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.export.Calibrated;
import ferlive.trainer.export.OnnxExporter;
import ferlive.trainer.train.TrainedNetwork;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
          + " --manifest models/manifest.json --calibrate fer2013.zip",
      "  ferlive export --checkpoint models/aer-cnn.onnx --out mine.onnx --calibrate fer2013.zip"
    })
final class ExportCommand implements Callable<Integer> {
  @Option(
      names = "--checkpoint",
      required = true,
      paramLabel = "FILE",
      description =
          "Checkpoint of a training, best.ckpt as a rule; or an exported model, to calibrate it"
              + " anew.")
  private Path checkpoint;

  @Mixin private ModelOutput output;

  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    output.check();
    Backend.useThreads(1);
    LocalDate day = LocalDate.now(ZoneOffset.UTC);
    String done = output.write(model(day), "the exported model", day);
    if (!common.quiet) {
      System.out.println(done);
    }
    return ExitCode.OK.code();
  }

  private ModelProto model(LocalDate day) {
    if (!checkpoint.toString().endsWith(".onnx")) {
      TrainedNetwork trained = TrainedNetwork.read(checkpoint);
      try {
        return OnnxExporter.export(trained, day, VersionProvider.tool());
      } finally {
        trained.graph().close();
      }
    }
    if (!output.calibrates()) {
      throw new TrainerException(
          ExitCode.USAGE, checkpoint + " is exported already; --calibrate calibrates it anew");
    }
    return Calibrated.undone(checkpoint);
  }
}
