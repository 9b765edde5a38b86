package ferlive.trainer.data;

import ferlive.trainer.fuzz.Messages;

/** Pictures of faces. */
public final class PictureFuzz {
  private PictureFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      PictureDecoder.decode(data);
    } catch (BadSampleException e) {
      Messages.check(e.getMessage());
    }
  }
}
