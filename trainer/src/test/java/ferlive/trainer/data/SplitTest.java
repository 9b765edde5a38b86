package ferlive.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import org.junit.jupiter.api.Test;

class SplitTest {
  @Test
  void parse_knowsTheNamesOfTheCommandLine() {
    assertThat(Split.parse("train")).containsExactly(Split.TRAIN);
    assertThat(Split.parse("public")).containsExactly(Split.PUBLIC_TEST);
    assertThat(Split.parse("private")).containsExactly(Split.PRIVATE_TEST);
    assertThat(Split.parse("test")).containsExactly(Split.PUBLIC_TEST, Split.PRIVATE_TEST);
  }

  @Test
  void name_isTheInverseOfParse() {
    for (String name : new String[] {"train", "public", "private", "test"}) {
      assertThat(Split.name(Split.parse(name))).isEqualTo(name);
    }
  }

  @Test
  void parse_refusesAnyOtherName() {
    assertThatThrownBy(() -> Split.parse("validation"))
        .isInstanceOfSatisfying(
            TrainerException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage("unknown split 'validation', expected train, public, private or test");
  }
}
