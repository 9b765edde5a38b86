package ferlive.trainer.data;

import ferlive.trainer.error.TrainerException;
import ferlive.trainer.fuzz.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;

/** Rows of fer2013.csv. */
public final class FerCsvFuzz {
  private FerCsvFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    ProblemLog log = new ProblemLog("a.csv", problem -> Messages.check(problem.toString()));
    try {
      new FerCsvReader(Path.of("a.csv"), DatasetOptions.defaults(), log)
          .read(new ByteArrayInputStream(data));
    } catch (TrainerException e) {
      Messages.check(e.getMessage());
    }
  }
}
