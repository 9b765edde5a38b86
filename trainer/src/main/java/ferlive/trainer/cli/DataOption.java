package ferlive.trainer.cli;

import ferlive.trainer.data.DatasetOptions;
import ferlive.trainer.data.Datasets;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.evaluate.Classifier;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The data set of a command. */
final class DataOption {
  private static final int MAX_SAID = 100;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "PATH",
      description =
          "FER2013: Kaggle's zip, its unpacked folder or fer2013.csv; or a folder CLASS/*.")
  Path path;

  /** Opens the data set; what had to be left out is said on standard error, up to a limit. */
  FaceDataset open(DatasetOptions options) {
    return open(path, options);
  }

  /** Opens a data set, in the size and with the labels of a model, as {@link #open} does. */
  static FaceDataset open(Path path, Classifier classifier) {
    return open(
        path,
        DatasetOptions.defaults().withSide(classifier.side()).withLabels(classifier.labels()));
  }

  private static FaceDataset open(Path path, DatasetOptions options) {
    int[] said = {0};
    FaceDataset faces =
        Datasets.open(
            path,
            options,
            problem -> {
              if (said[0]++ < MAX_SAID) {
                System.err.println("ferlive: " + problem);
              }
            });
    if (faces.origin().leftOut() > 0) {
      System.err.printf("ferlive: %d faces of %s were left out%n", faces.origin().leftOut(), path);
    }
    return faces;
  }
}
