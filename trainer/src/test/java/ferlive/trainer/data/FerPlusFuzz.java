package ferlive.trainer.data;

import ferlive.trainer.fuzz.Messages;
import java.nio.charset.StandardCharsets;

/** Rows of FER+ votes. */
public final class FerPlusFuzz {
  private FerPlusFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      FerPlusRow.parse(new String(data, StandardCharsets.UTF_8));
    } catch (BadSampleException e) {
      Messages.check(e.getMessage());
    }
  }
}
