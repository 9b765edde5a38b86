package ferlive.trainer.cli;

import ferlive.trainer.data.DatasetForm;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.data.Sha256;
import ferlive.trainer.data.Split;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.evaluate.Classifier;
import ferlive.trainer.evaluate.ConfusionPicture;
import ferlive.trainer.evaluate.EvaluationJson;
import ferlive.trainer.evaluate.EvaluationReport;
import ferlive.trainer.evaluate.EvaluationTable;
import ferlive.trainer.evaluate.Evaluator;
import ferlive.trainer.output.OutputFile;
import ferlive.trainer.output.StandardOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures one model on labelled faces. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures how right a model is: an ONNX file, or a checkpoint (*.ckpt).",
    footer = {
      "",
      "Examples:",
      "  ferlive evaluate --model models/drf-msam.onnx --data fer2013.zip --split public"
          + " --robustness",
      "  ferlive evaluate --model runs/aer-cnn/best.ckpt --data my-faces --json figures.json",
      "  ferlive evaluate --model models/aer-cnn.onnx --data fer2013.zip --json - | jq .accuracy"
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final Path STANDARD_OUTPUT = Path.of("-");

  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = "The model: FILE.onnx or FILE.ckpt.")
  private Path model;

  @Mixin private DataOption data;

  @Option(
      names = "--split",
      defaultValue = "public",
      paramLabel = "SPLIT",
      description =
          "train, public, private, or test for both test halves (default: ${DEFAULT-VALUE});"
              + " a folder CLASS/* has no splits.")
  private String split;

  @Option(
      names = "--robustness",
      description =
          "Measure on changed faces too: moved, scaled, turned, blurred, darkened, noisy, small;"
              + " 17 times the work.")
  private boolean robustness;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the figures as JSON; - for standard output, and then nothing else.")
  private Path json;

  @Option(
      names = "--png",
      paramLabel = "FILE",
      description = "Write the confusion matrix as a picture.")
  private Path png;

  @Mixin private ThreadsOption threads;

  // Asked for by the handler of errors; all that is printed here are results.
  @SuppressWarnings("UnusedVariable")
  @Mixin
  private CommonOptions common;

  @Override
  public Integer call() {
    Set<Split> splits = Split.parse(split);
    if (STANDARD_OUTPUT.equals(png)) {
      throw new TrainerException(ExitCode.USAGE, "a picture is written to a file, not to -");
    }
    EvaluationReport report;
    try (Classifier classifier = Classifier.open(model, threads.count())) {
      report = evaluate(classifier, splits);
    }
    boolean jsonOnly = STANDARD_OUTPUT.equals(json);
    StandardOutput.write(jsonOnly ? EvaluationJson.of(report) : EvaluationTable.of(report));
    if (json != null && !jsonOnly) {
      OutputFile.write(json, EvaluationJson.of(report));
    }
    if (png != null) {
      OutputFile.write(png, ConfusionPicture.png(report));
    }
    return ExitCode.OK.code();
  }

  private EvaluationReport evaluate(Classifier classifier, Set<Split> splits) {
    FaceDataset all = DataOption.open(data.path, classifier);
    if (all.size() == 0) {
      throw new TrainerException(ExitCode.INPUT, data.path + " holds no faces");
    }
    checkOutputs();
    Evaluator evaluator = Evaluator.of(all, splits);
    boolean plain = all.origin().form() == DatasetForm.PLAIN;
    EvaluationReport.Subject subject =
        new EvaluationReport.Subject(
            model.toString(),
            modelSha256(),
            data.path.toString(),
            all.sha256(),
            plain ? "all" : split);
    return evaluator.evaluate(classifier, subject, robustness);
  }

  /** Before the work, which may take minutes, not after it. */
  private void checkOutputs() {
    if (json != null && !json.equals(STANDARD_OUTPUT)) {
      OutputFile.check(json);
    }
    if (png != null) {
      OutputFile.check(png);
    }
  }

  private String modelSha256() {
    try {
      return Sha256.ofFile(model);
    } catch (IOException e) {
      throw new TrainerException(ExitCode.INPUT, "cannot read " + model + ": " + e.getMessage(), e);
    }
  }
}
