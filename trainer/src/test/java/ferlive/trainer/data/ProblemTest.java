package ferlive.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {
  @Test
  void toString_isOneLineWithoutControlCharacters() {
    assertThat(new Problem("a\u001b[2J\n.jpg", "damaged")).hasToString("a?[2J?.jpg: damaged");
  }
}
