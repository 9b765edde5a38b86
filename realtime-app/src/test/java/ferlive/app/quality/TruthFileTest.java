package ferlive.app.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.testing.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthFileTest {
  private static final String HEADER = "file,from,to,faces,label\n";

  @TempDir private Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("truth.csv"), text);
  }

  private static TruthFile read(Path file) {
    return TruthFile.read(file, Results.LABELS);
  }

  @Test
  void read_findsTheRangesOfASourceByItsLastName() throws IOException {
    TruthFile truth =
        read(write(HEADER + "a.mp4,0,16,1,sad\r\n\r\nb.png,0,0,2,\na.mp4,17,20,0,\n"));

    assertThat(truth.ranges("some/where/a.mp4"))
        .containsExactly(
            new TruthRange(0, 16, 1, Optional.of("sad")),
            new TruthRange(17, 20, 0, Optional.empty()));
    assertThat(truth.ranges("b.png")).hasSize(1);
    assertThat(truth.ranges("xb.png")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.mp4,0,1,1|4 columns, expected 5",
        "a.mp4,0,1,1,sad,|6 columns, expected 5",
        ",0,1,1,sad|file is empty",
        "a.mp4,x,1,1,sad|from is x, expected a whole number",
        "a.mp4,0,1,1.5,sad|faces is 1.5, expected a whole number",
        "a.mp4,5,4,1,sad|frames 5 to 4, expected 0 or more, in order",
        "a.mp4,-1,4,1,sad|frames -1 to 4, expected 0 or more, in order",
        "a.mp4,0,4,-1,sad|faces is -1, expected 0 or more",
        "a.mp4,0,4,1,bored|label is bored, expected one of [sad, glad]",
        "b.mp4,9,12,1,sad|frames 9 to 12 of b.mp4 are partly told of already"
      })
  void read_namesTheLineAtFault(String line, String reason) throws IOException {
    Path file = write(HEADER + "b.mp4,0,9,1,\n" + line + "\n");

    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> read(file))
        .withMessage(file + ":3: " + reason)
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT));
  }

  @Test
  void read_refusesAFileThatIsNoTruth() throws IOException {
    Path other = write("file,faces\n");
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> read(other))
        .withMessage(other + ":1: expected the columns file,from,to,faces,label");

    Path bytes = Files.write(folder.resolve("b"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> read(bytes))
        .withMessage(bytes + ": not a text in UTF-8");

    Path absent = folder.resolve("absent.csv");
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> read(absent))
        .withMessage(absent + ": no such file");
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> read(folder))
        .withMessage(folder + ": cannot be read");
  }
}
