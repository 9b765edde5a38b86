package ferlive.trainer.data;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Hears the JPEG decoder say that a file ended early or is corrupt. It only warns of that, and
 * fills the rest of the picture with gray.
 */
final class Damage implements IIOReadWarningListener {
  private String warning = "";

  @Override
  public void warningOccurred(ImageReader source, String text) {
    if (text.contains("Premature end") || text.contains("Corrupt")) {
      warning = text;
    }
  }

  /** Throws when there was damage. */
  void check() throws IOException {
    if (!warning.isEmpty()) {
      throw new IOException(warning);
    }
  }
}
