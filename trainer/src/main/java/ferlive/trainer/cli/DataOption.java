package ferlive.trainer.cli;

import ferlive.trainer.data.DatasetOptions;
import ferlive.trainer.data.Datasets;
import ferlive.trainer.data.FaceDataset;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The data set of a command. */
final class DataOption {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "PATH",
      description =
          "FER2013: Kaggle's zip, its unpacked folder or fer2013.csv; or a folder CLASS/*.")
  Path path;

  /** Opens the data set; what had to be left out is said on standard error. */
  FaceDataset open(DatasetOptions options) {
    return Datasets.open(path, options, problem -> System.err.println("left out: " + problem));
  }
}
