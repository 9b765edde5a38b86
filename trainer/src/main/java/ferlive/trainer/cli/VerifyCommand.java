package ferlive.trainer.cli;

import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.data.Split;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.evaluate.CheckpointClassifier;
import ferlive.trainer.evaluate.Classifier;
import ferlive.trainer.evaluate.OnnxClassifier;
import ferlive.trainer.export.Parity;
import ferlive.trainer.net.Head;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds an exported model against the checkpoint that it was made from. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs a model in ONNX Runtime and its checkpoint in DL4J on the same real faces.",
      "Exit 4 when a probability, or a value of another output that was trained, differs by more than",
      "1e-4, or any winner differs."
    },
    footer = {
      "",
      "Example:",
      "  ferlive verify --model models/aer-cnn.onnx --checkpoint runs/aer-cnn/best.ckpt"
          + " --data fer2013.zip"
    })
final class VerifyCommand implements Callable<Integer> {
  private static final int MIN_FACES = 256;

  @Option(names = "--model", required = true, paramLabel = "FILE", description = "Exported model.")
  private Path model;

  @Option(
      names = "--checkpoint",
      required = true,
      paramLabel = "FILE",
      description = "Checkpoint that it was made from.")
  private Path checkpoint;

  @Mixin private DataOption data;

  @Option(
      names = "--faces",
      defaultValue = "512",
      paramLabel = "N",
      description =
          "How many faces, spread evenly over the test split, at least 256 (default:"
              + " ${DEFAULT-VALUE}).")
  private int faces;

  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    if (faces < MIN_FACES) {
      throw new TrainerException(
          ExitCode.USAGE, faces + " faces prove little; --faces takes at least " + MIN_FACES);
    }
    try (OnnxClassifier exported = OnnxClassifier.open(model, 1);
        CheckpointClassifier trained = CheckpointClassifier.open(checkpoint, 1)) {
      if (!exported.labels().equals(trained.labels()) || exported.side() != trained.side()) {
        throw new TrainerException(
            ExitCode.MODEL, model + " has other labels or another input size than " + checkpoint);
      }
      FaceDataset sample = sample(exported);
      // The checkpoint knows nothing of what the export did to the probabilities.
      float[][] expected = exported.rescaling().apply(trained.probabilities(sample));
      Parity parity = Parity.of(expected, exported.probabilities(sample));
      if (!common.quiet) {
        System.out.printf(
            "%s against %s on %d faces: max difference %.2e, different winners %d%n",
            model, checkpoint, parity.faces(), parity.maxDifference(), parity.differentWinners());
      }
      if (!parity.holds()) {
        throw new TrainerException(
            ExitCode.MODEL,
            String.format(
                "%s is not the network of %s: max difference %.2e (limit %.0e), %d winners differ",
                model,
                checkpoint,
                parity.maxDifference(),
                Parity.LIMIT,
                parity.differentWinners()));
      }
      compareHeads(exported, trained.heads(sample), sample);
      return ExitCode.OK.code();
    }
  }

  /** The other outputs: a model whose probabilities are right may have a wrong one. */
  private void compareHeads(
      OnnxClassifier exported, Map<Head, float[][]> expected, FaceDataset sample) {
    if (!exported.heads().equals(expected.keySet())) {
      throw new TrainerException(
          ExitCode.MODEL, model + " has other outputs than " + checkpoint + " has heads");
    }
    expected.forEach(
        (head, answers) -> {
          double difference = Parity.of(answers, exported.answers(head, sample)).maxDifference();
          if (!common.quiet) {
            System.out.printf("  %s: max difference %.2e%n", head.output(), difference);
          }
          if (difference > Parity.LIMIT) {
            throw new TrainerException(
                ExitCode.MODEL,
                String.format(
                    "%s is not the network of %s: %s differs by %.2e (limit %.0e)",
                    model, checkpoint, head.output(), difference, Parity.LIMIT));
          }
        });
  }

  private FaceDataset sample(Classifier classifier) {
    FaceDataset all =
        DataOption.open(data.path, classifier)
            .select(Set.of(Split.PUBLIC_TEST, Split.PRIVATE_TEST));
    if (all.size() < MIN_FACES) {
      throw new TrainerException(
          ExitCode.INPUT, data.path + " holds " + all.size() + " test faces, fewer than 256");
    }
    int count = Math.min(faces, all.size());
    return all.subset(
        IntStream.range(0, count).map(i -> (int) ((long) i * all.size() / count)).toArray());
  }
}
