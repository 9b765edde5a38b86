package ferlive.trainer.cli;

import ferlive.trainer.compare.Candidate;
import ferlive.trainer.compare.Comparison;
import ferlive.trainer.compare.ComparisonJson;
import ferlive.trainer.compare.ComparisonPage;
import ferlive.trainer.compare.ComparisonTable;
import ferlive.trainer.data.Split;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.output.OutputFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures several models on the same faces. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Puts models side by side: figures, McNemar's test for each pair, speed, size.",
      "All are run by ONNX Runtime on one thread; checkpoints are exported in memory."
    },
    footer = {
      "",
      "Examples:",
      "  ferlive compare models/*.onnx --data fer2013.zip --html models.html",
      "  ferlive compare runs/aer-cnn models/aer-cnn.onnx --data fer2013.zip --json - | jq .mcnemar"
    })
final class CompareCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "MODEL",
      description = "FILE.onnx, FILE.ckpt, or the folder of a training, for its best checkpoint.")
  private List<Path> models;

  @Mixin private DataOption data;

  @Mixin private SplitOption split;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page with tables and curves; needs nothing beside it.")
  private Path html;

  @Mixin private JsonOption json;

  // Asked for by the handler of errors; all that is printed here are results.
  @SuppressWarnings("UnusedVariable")
  @Mixin
  private CommonOptions common;

  @Override
  public Integer call() {
    Set<Split> splits = split.splits();
    Outputs.check(html, "a page");
    json.check();
    List<Candidate> candidates = new ArrayList<>();
    Comparison comparison;
    try {
      models.forEach(model -> candidates.add(Candidate.open(model)));
      comparison =
          Comparison.of(
              candidates, data.path.toString(), splits, model -> DataOption.open(data.path, model));
    } finally {
      candidates.forEach(Candidate::close);
    }
    json.write(() -> ComparisonJson.of(comparison), () -> ComparisonTable.of(comparison));
    if (html != null) {
      OutputFile.write(html, ComparisonPage.of(comparison));
    }
    return ExitCode.OK.code();
  }
}
