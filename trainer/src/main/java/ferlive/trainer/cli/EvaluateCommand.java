package ferlive.trainer.cli;

import ferlive.trainer.chart.ChartPicture;
import ferlive.trainer.chart.ReliabilityChart;
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
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
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
      "  ferlive evaluate --model models/drf-msam.onnx --data fer2013.zip --robustness",
      "  ferlive evaluate --model runs/aer-cnn/best.ckpt --data my-faces --json figures.json",
      "  ferlive evaluate --model models/aer-cnn.onnx --data fer2013.zip --json - | jq .accuracy"
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final int CHART_SIDE = 640;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = "The model: FILE.onnx or FILE.ckpt.")
  private Path model;

  @Mixin private DataOption data;

  @Mixin private SplitOption split;

  @Option(
      names = "--robustness",
      description =
          "Measure on changed faces too: moved, scaled, turned, blurred, darkened, noisy, small;"
              + " 17 times the work.")
  private boolean robustness;

  @Mixin private JsonOption json;

  @Option(
      names = "--png",
      paramLabel = "FILE",
      description = "Write the confusion matrix as a picture.")
  private Path png;

  @Option(
      names = "--reliability",
      paramLabel = "FILE",
      description = "Write accuracy against certainty as a picture.")
  private Path reliability;

  @Mixin private ThreadsOption threads;

  // Asked for by the handler of errors; all that is printed here are results.
  @SuppressWarnings("UnusedVariable")
  @Mixin
  private CommonOptions common;

  @Override
  public Integer call() {
    Set<Split> splits = split.splits();
    checkOutputs();
    EvaluationReport report;
    try (Classifier classifier = Classifier.open(model, threads.count())) {
      report = evaluate(classifier, splits);
    }
    json.write(() -> EvaluationJson.of(report), () -> EvaluationTable.of(report));
    if (png != null) {
      OutputFile.write(png, ConfusionPicture.png(report));
    }
    if (reliability != null) {
      OutputFile.write(reliability, reliabilityPicture(report));
    }
    return ExitCode.OK.code();
  }

  private EvaluationReport evaluate(Classifier classifier, Set<Split> splits) {
    FaceDataset all = DataOption.open(data.path, classifier);
    Evaluator evaluator = Evaluator.of(all, splits);
    EvaluationReport.Subject subject =
        new EvaluationReport.Subject(
            model.toString(), modelSha256(), data.path.toString(), all.sha256(), evaluator.split());
    return evaluator.evaluate(classifier, subject, robustness);
  }

  /** Before the work, which may take minutes, not after it. */
  private void checkOutputs() {
    Outputs.check(png, "a picture");
    Outputs.check(reliability, "a picture");
    json.check();
  }

  private ByteBuffer reliabilityPicture(EvaluationReport report) {
    return ChartPicture.png(
        ReliabilityChart.of(
            Map.of(String.valueOf(model.getFileName()), report.evaluation().calibration()),
            CHART_SIDE,
            CHART_SIDE),
        1);
  }

  private String modelSha256() {
    try {
      return Sha256.ofFile(model);
    } catch (IOException e) {
      throw new TrainerException(ExitCode.INPUT, "cannot read " + model + ": " + e.getMessage(), e);
    }
  }
}
