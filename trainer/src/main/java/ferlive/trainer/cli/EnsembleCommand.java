package ferlive.trainer.cli;

import ai.onnx.proto.OnnxMl.ModelProto;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.evaluate.ModelBytes;
import ferlive.trainer.evaluate.OnnxClassifier;
import ferlive.trainer.export.Ensemble;
import ferlive.trainer.export.EnsembleMember;
import ferlive.trainer.export.EnsembleMetadata;
import ferlive.trainer.export.Views;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Joins several ONNX models into one. */
@Command(
    name = "ensemble",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Joins ONNX models of the same labels into one that averages what they say.",
    footer = {
      "",
      "Example:",
      "  ferlive ensemble models/aer-cnn.onnx models/drf-msam.onnx --mirror --closer"
          + " --calibrate fer2013.zip --out ensemble.onnx"
    })
final class EnsembleCommand implements Callable<Integer> {
  @Parameters(arity = "2..*", paramLabel = "MODEL", description = "ONNX models, two or more.")
  private List<Path> models;

  @Option(
      names = "--mirror",
      description = "Average over each face and its mirror image; twice the work.")
  private boolean mirror;

  @Option(
      names = "--closer",
      description = "Average over each face as it is and 9 %% enlarged, too; twice the work.")
  private boolean closer;

  @Mixin private ModelOutput output;

  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    output.check();
    LocalDate day = LocalDate.now(ZoneOffset.UTC);
    List<EnsembleMember> members = models.stream().map(EnsembleCommand::member).toList();
    Views views = new Views(mirror, closer);
    Map<String, String> metadata =
        EnsembleMetadata.of(members, views, commandLine(), day, VersionProvider.tool());
    ModelProto joined = Ensemble.join(members, views, metadata);
    String done = output.write(joined, "the ensemble", day);
    if (!common.quiet) {
      System.out.println(done);
    }
    return ExitCode.OK.code();
  }

  private static EnsembleMember member(Path file) {
    byte[] bytes = ModelBytes.read(file);
    // Only to hold it against the contract.
    OnnxClassifier.of("the model " + file, bytes, 1).close();
    return EnsembleMember.of(file.getFileName().toString(), bytes);
  }

  private String commandLine() {
    return models.stream()
        .map(file -> file.getFileName().toString())
        .collect(
            Collectors.joining(
                " ", "ensemble ", (mirror ? " --mirror" : "") + (closer ? " --closer" : "")));
  }
}
