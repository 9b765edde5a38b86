package ferlive.app.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.testing.FixedAnalyzer;
import ferlive.app.testing.Frames;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.view.View;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NoNativeLeaks
class StillTest {
  @TempDir private Path folder;

  @Test
  void write_givesAPngOfThePictureForItsOwnerOnly() throws IOException {
    Path file = folder.resolve("a.png");
    write(file);

    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(320);
    assertThat(image.getRGB(300, 100) & 0xffffff).isEqualTo(0x5a5a5a);
    assertThat(image.getRGB(20, 12) & 0xffffff).as("a face's box").isNotEqualTo(0x5a5a5a);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void write_refusesAFolderThatIsNotThere() {
    assertThatThrownBy(() -> write(folder.resolve("nowhere/a.png")))
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT));
  }

  private static void write(Path file) {
    try (Frames frames = new Frames();
        Frame frame = frames.plain(320, 240, 0x5a);
        Still still =
            new Still(
                frame.image().clone(),
                FixedAnalyzer.result(0, 0, 320, 240).faces(),
                View.initial())) {
      still.write(file, FixedAnalyzer.LABELS);
    }
  }
}
