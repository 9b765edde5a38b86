package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class JavaCompilerTest {
  @Test
  void isBusy_isSoForAStretchAtLeastAndForSixteenAtMost() {
    Duration span = Duration.ofMillis(400);
    long start = System.nanoTime();
    JavaCompiler compiler = new JavaCompiler(span);

    assertThat(compiler.isBusy()).isTrue();
    while (compiler.isBusy()) {
      Thread.onSpinWait();
    }

    Duration passed = Duration.ofNanos(System.nanoTime() - start);
    assertThat(passed).isBetween(span.dividedBy(4).minusMillis(1), span.multipliedBy(10));
    assertThat(compiler.isBusy()).isFalse();
  }
}
