package ferlive.app.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void wrap_fillsLinesInOrder() {
    assertThat(Words.wrap(List.of("aa", "bb", "cc", "dddddddd", "e"), " ", 5, String::length))
        .containsExactly("aa bb", "cc", "dddddddd", "e");
  }

  @Test
  void wrap_givesNoLineForNothing() {
    assertThat(Words.wrap(List.of(), " ", 5, String::length)).isEmpty();
  }
}
