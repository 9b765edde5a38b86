package ferlive.trainer.train;

import java.util.List;
import java.util.Locale;

/**
 * The epochs of a training as comma-separated values; accuracy and F1 are of the faces by which the
 * best is chosen.
 */
final class HistoryCsv {
  private static final String HEAD =
      "epoch,learning_rate,train_loss,accuracy,macro_f1,images_per_second\n";

  private HistoryCsv() {}

  static String of(List<EpochReport> history) {
    StringBuilder text = new StringBuilder(HEAD);
    for (EpochReport epoch : history) {
      text.append(
          String.format(
              Locale.ROOT,
              "%d,%.6f,%.6f,%.6f,%.6f,%.1f\n",
              epoch.epoch(),
              epoch.learningRate(),
              epoch.trainLoss(),
              epoch.accuracy(),
              epoch.macroF1(),
              epoch.imagesPerSecond()));
    }
    return text.toString();
  }
}
