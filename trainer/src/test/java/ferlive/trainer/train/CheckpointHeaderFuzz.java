package ferlive.trainer.train;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Headers of checkpoints. */
public final class CheckpointHeaderFuzz {
  private CheckpointHeaderFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      CheckpointHeader header = CheckpointFile.header(data);
      header.spec().heads();
      header.recipe().heads();
      header.data().sha256();
    } catch (JsonProcessingException e) {
      // Told as a damaged file.
    }
  }
}
