package ferlive.trainer.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FerCsvReaderTest {
  private static final String PIXELS = "7" + " 255".repeat(2303);
  private static final String ROW = "6," + PIXELS + ",Training";

  private final List<String> problems = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7,PIXELS,Training | emotion is 7, expected 0..6",
        "-1,PIXELS,Training | emotion is -1, expected 0..6",
        "10,PIXELS,Training | emotion is 10, expected 0..6",
        "happy,PIXELS,Training | emotion is 'happy', expected 0..6",
        ",PIXELS,Training | emotion is '', expected 0..6",
        "0,PIXELS,Trainin | usage is 'Trainin', expected Training, PublicTest or PrivateTest",
        "0,PIXELS, | usage is '', expected Training, PublicTest or PrivateTest",
        "0,PIXELS,training | usage is 'training', expected Training, PublicTest or PrivateTest",
        "0,PIXELS | 2 columns, expected 3",
        "0 | 1 columns, expected 3",
        "0,PIXELS,Training,Training | 4 columns, expected 3",
        "0,PIXELS 0,Training | 2305 pixels, expected 2304",
        "0,1 2 3,Training | 3 pixels, expected 2304",
        "0,,Training | 0 pixels, expected 2304",
        "0,1 256 PIXELS,Training | pixel 2 is 256, expected 0..255",
        "0,-1 PIXELS,Training | pixel 1 is -1, expected 0..255",
        "0,1 2 x PIXELS,Training | pixel 3 is 'x', expected 0..255",
        "0,1.5 PIXELS,Training | pixel 1 is '1.5', expected 0..255",
        "0,99999999999999999999999 PIXELS,Training"
            + " | pixel 1 is '99999999999999999999...', expected 0..255",
        "0,1;2 PIXELS,Training | pixel 1 is '1;2', expected 0..255",
        "0,256 PIXELS,Training | pixel 1 is 256, expected 0..255",
        "0,1 0x10 PIXELS,Training | pixel 2 is '0x10', expected 0..255",
        "0,1e2 PIXELS,Training | pixel 1 is '1e2', expected 0..255",
        "0,+1 PIXELS,Training | pixel 1 is '+1', expected 0..255",
        "0,--1 PIXELS,Training | pixel 1 is '--1', expected 0..255",
        "00,PIXELS,Training | emotion is 00, expected 0..6",
        "0.0,PIXELS,Training | emotion is '0.0', expected 0..6",
        "NaN,PIXELS,Training | emotion is 'NaN', expected 0..6",
        "0;PIXELS;Training | 1 columns, expected 3",
        "\"0\",PIXELS,Training | emotion is '\"0\"', expected 0..6",
        "0,PIXELS,\"Training\" | usage is '\"Training\"', expected Training, PublicTest or PrivateTest",
        "0,PIXELS,Train\u001b[2Jing"
            + " | usage is 'Train?[2Jing', expected Training, PublicTest or PrivateTest"
      })
  void read_leavesOutABadRowWithItsReason(String row, String reason) throws Exception {
    FaceCollector faces =
        read("emotion,pixels,Usage\n" + row.replace("PIXELS", PIXELS) + "\n" + ROW);

    assertThat(problems).containsExactly("fer2013.csv:2: " + reason);
    assertThat(faces.size()).isEqualTo(1);
    assertThat(faces.index().names()).containsExactly("fer2013.csv:3");
  }

  @Test
  void read_takesRowsWithoutHeaderAndWithAnyLineEnd() throws Exception {
    FaceCollector faces =
        read(ROW + "\r\n" + ROW.replace("Training", "PrivateTest") + "\n\n" + ROW);

    assertThat(problems).isEmpty();
    assertThat(faces.index().names())
        .containsExactly("fer2013.csv:1", "fer2013.csv:2", "fer2013.csv:4");
    assertThat(faces.index().labels()).containsOnly(Expression.LABELS.indexOf("neutral"));
    assertThat(faces.index().splits()).containsExactly(0, 2, 0);
    assertThat(faces.pixels()).hasSize(3 * 2304).startsWith(7, 255);
  }

  @Test
  void read_refusesOtherColumns() {
    assertThatThrownBy(() -> read("emotion, Usage, pixels\n" + ROW))
        .isInstanceOf(TrainerException.class)
        .hasMessage(
            "fer2013.csv:1: not a FER2013 csv, expected the columns emotion,pixels,Usage in this"
                + " order");
  }

  @Test
  void read_refusesALineThatIsTooLong() {
    assertThatThrownBy(() -> read(ROW + "\n0," + "1 ".repeat(5_000_000)))
        .isInstanceOfSatisfying(
            TrainerException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
        .hasMessage("fer2013.csv:2: the line is longer than 65536 bytes");
  }

  /** Ten megabytes without an end of the line, and memory for two lines. */
  @Test
  void read_refusesALineWithoutEndInLittleMemory() {
    ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    byte[] line = "1".repeat(10 << 20).getBytes(ISO_8859_1);
    ProblemLog log = new ProblemLog("fer2013.csv", p -> problems.add(p.toString()));
    FerCsvReader reader = new FerCsvReader(Path.of("fer2013.csv"), DatasetOptions.defaults(), log);
    long before = memory.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();

    assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(line)))
        .hasMessage("fer2013.csv:1: the line is longer than 65536 bytes");

    assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(20 << 20);
    assertThat(System.nanoTime() - start).isLessThan(1_000_000_000);
  }

  private FaceCollector read(String csv) throws IOException {
    ProblemLog log = new ProblemLog("fer2013.csv", p -> problems.add(p.toString()));
    return new FerCsvReader(Path.of("somewhere", "fer2013.csv"), DatasetOptions.defaults(), log)
        .read(new ByteArrayInputStream(csv.getBytes(ISO_8859_1)));
  }
}
