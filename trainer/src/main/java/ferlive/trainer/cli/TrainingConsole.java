package ferlive.trainer.cli;

import ferlive.trainer.data.Division;
import ferlive.trainer.net.NetworkSpec;
import ferlive.trainer.train.EpochReport;
import ferlive.trainer.train.Recipe;
import ferlive.trainer.train.TrainingListener;
import java.io.PrintStream;
import java.nio.file.Path;
import picocli.CommandLine;

/** Shows a training: a bar that moves on a terminal, and one line for each epoch. */
final class TrainingConsole implements TrainingListener {
  private static final int BAR = 24;

  private final PrintStream out;
  private final Recipe recipe;
  private final String chosenBy;
  private final boolean quiet;
  private final boolean moving;

  TrainingConsole(PrintStream out, Recipe recipe, String chosenBy, boolean quiet) {
    this.out = out;
    this.recipe = recipe;
    this.chosenBy = chosenBy;
    this.quiet = quiet;
    this.moving = !quiet && CommandLine.Help.Ansi.AUTO.enabled();
  }

  void onStart(String backend, NetworkSpec spec, Division faces) {
    if (quiet) {
      return;
    }
    out.printf("backend   %s%n", backend);
    out.printf(
        "network   %s, input %d×%d, %d classes: %s%n",
        spec.architecture(),
        spec.side(),
        spec.side(),
        spec.classes(),
        String.join(", ", faces.training().labels()));
    out.printf(
        "data      %s: %d training faces, %d (%s) to choose the best epoch%n",
        faces.training().origin().name(),
        faces.training().size(),
        faces.validation().size(),
        chosenBy);
    out.printf("recipe    %s%n", recipe);
  }

  @Override
  public void onStep(int epoch, int step, int steps, double loss, double imagesPerSecond) {
    if (!moving) {
      return;
    }
    int filled = BAR * step / steps;
    long stepsLeft = (long) (recipe.epochs() - epoch) * steps + steps - step;
    long left = Math.round(stepsLeft * recipe.batchSize() / imagesPerSecond);
    out.printf(
        "\repoch %d/%d [%s%s] loss %.3f  %.0f images/s  %s left ",
        epoch,
        recipe.epochs(),
        "=".repeat(filled),
        " ".repeat(BAR - filled),
        loss,
        imagesPerSecond,
        clock(left));
    out.flush();
  }

  @Override
  public void onEpoch(EpochReport report, boolean best) {
    if (quiet) {
      return;
    }
    if (moving) {
      out.print("\r" + " ".repeat(BAR + 56) + "\r");
    }
    out.printf(
        "epoch %3d/%d  rate %.5f  loss %.4f  %s accuracy %.4f  macro-F1 %.4f  %.0f images/s%s%n",
        report.epoch(),
        recipe.epochs(),
        report.learningRate(),
        report.trainLoss(),
        chosenBy,
        report.accuracy(),
        report.macroF1(),
        report.imagesPerSecond(),
        best ? "  best" : "");
    out.flush();
  }

  /** Says where the result is and what can be done with it. */
  void onEnd(EpochReport best, Path checkpoint) {
    out.printf(
        "best      epoch %d, %s accuracy %.4f, macro-F1 %.4f, in %s%n",
        best.epoch(), chosenBy, best.accuracy(), best.macroF1(), checkpoint);
    out.printf(
        "next      ./ferlive export --checkpoint %s --out %s.onnx%n",
        checkpoint, checkpoint.toAbsolutePath().getParent().getFileName());
  }

  private static String clock(long seconds) {
    return String.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
