package ferlive.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpressionTest {
  @Test
  void labels_areInTheOrderOfTheModelContract() {
    assertThat(Expression.LABELS)
        .containsExactly("angry", "disgust", "fear", "happy", "neutral", "sad", "surprise");
  }

  @Test
  void ofCsvCode_followsTheCsvsOwnOrder() {
    assertThat(IntStream.range(0, 7).mapToObj(Expression::ofCsvCode).map(Expression::label))
        .containsExactly("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral");
  }
}
