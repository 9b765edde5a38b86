package ferlive.trainer.data;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.io.IOException;
import java.nio.file.Path;

/** Opens data sets, whatever their form. */
public final class Datasets {
  private Datasets() {}

  /**
   * Reads a data set with all its splits; {@link FaceDataset#select} takes those wanted. The form
   * is found from the path: a folder, a zip, or a csv. FER2013 comes from the cache when the same
   * file was opened before.
   *
   * @param listener told of every sample left out, and of a damaged cache
   * @throws TrainerException with {@link ExitCode#INPUT} when the path is missing or is no data
   *     set, when an archive is unsafe to read, when a class folder is unknown, or when more than
   *     one sample in a hundred is unusable
   */
  public static FaceDataset open(Path data, DatasetOptions options, ProblemListener listener) {
    try {
      return new DatasetOpener(data, options, listener).open();
    } catch (IOException e) {
      throw new TrainerException(ExitCode.INPUT, data + ": cannot be read", e);
    }
  }
}
