package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplaceableTest {
  private final List<String> freed = new ArrayList<>();
  private final Replaceable<String> part = new Replaceable<>("first", freed::add);

  @Test
  void current_goesOverToTheNewestAndFreesTheOther() {
    part.replace("second");

    assertThat(part.newest()).isEqualTo("second");
    assertThat(freed).as("still worked with").isEmpty();
    assertThat(part.current()).isEqualTo("second");
    assertThat(freed).containsExactly("first");
  }

  @Test
  void replace_freesOneThatNobodyWorkedWith() {
    part.replace("second");
    part.replace("third");

    assertThat(freed).containsExactly("second");
    assertThat(part.current()).isEqualTo("third");
  }

  @Test
  void close_freesEachOnce() {
    part.replace("second");

    part.close();
    part.close();
    part.replace("late");

    assertThat(freed).containsExactlyInAnyOrder("first", "second", "late");
  }
}
