package ferlive.trainer.data;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {
  @Test
  void next_givesLinesOfAnyLengthWhereverTheChunksEnd() throws Exception {
    Random random = new Random(5);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      expected.add(Integer.toString(i % 10).repeat(random.nextInt(20_000)));
    }
    expected.add("x".repeat(BoundedLines.MAX_LENGTH));

    assertThat(lines(String.join("\n", expected))).isEqualTo(expected);
    assertThat(lines(String.join("\n", expected) + "\n")).isEqualTo(expected);
  }

  @Test
  void next_takesEmptyLinesAndCarriageReturns() throws Exception {
    assertThat(lines("a\r\n\n\r\nb")).containsExactly("a", "", "", "b");
    assertThat(lines("")).isEmpty();
  }

  @Test
  void next_refusesALineOneByteTooLong() {
    assertThatThrownBy(() -> lines("a\n" + "x".repeat(BoundedLines.MAX_LENGTH + 1)))
        .isInstanceOf(BadSampleException.class)
        .hasMessage("the line is longer than 65536 bytes");
  }

  private static List<String> lines(String text) throws Exception {
    List<String> result = new ArrayList<>();
    BoundedLines lines = new BoundedLines(new ByteArrayInputStream(text.getBytes(US_ASCII)));
    while (lines.next()) {
      result.add(new String(lines.line(), 0, lines.length(), US_ASCII));
      assertThat(lines.number()).isEqualTo(result.size());
    }
    return result;
  }
}
