package ferlive.app.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ferlive.app.asset.HomeFolder;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.testing.NoNativeLeaks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NoNativeLeaks
class HaarCascadeTest {
  private static final Path SHIPPED = HomeFolder.find().cascades();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void load_readsTheShippedFile(HaarCascade cascade) {
    try (CascadeClassifier classifier = cascade.load(SHIPPED)) {
      assertThat(classifier.empty()).isFalse();
    }
  }

  @Test
  void load_refusesAFileOfWhichOneNumberChanged() throws IOException {
    HaarCascade cascade = HaarCascade.ALT2;
    String xml = Files.readString(SHIPPED.resolve(cascade.file()));
    Files.writeString(folder.resolve(cascade.file()), xml.replaceFirst("109", "108"));

    assertRefused(cascade, "was changed");
  }

  @Test
  void load_refusesAMissingFile() {
    assertRefused(HaarCascade.DEFAULT, "does not exist");
  }

  private void assertRefused(HaarCascade cascade, String fault) {
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> cascade.load(folder).close())
        .withMessageContainingAll(cascade.file(), fault)
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.MODEL));
  }
}
