package ferlive.trainer.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.trainer.onednn.ActivationKernels.Function;
import ferlive.trainer.onednn.ActivationKernels.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestKernelsTest {
  @Test
  void of_keepsTheKernelsOfAShapeUntilAnotherIsAskedFor() {
    List<Shape> made = new ArrayList<>();
    LatestKernels<Shape, ActivationKernels> latest =
        new LatestKernels<>(
            shape -> {
              made.add(shape);
              return new ActivationKernels(shape);
            });

    ActivationKernels first = latest.of(new Shape(Function.RELU, 8));

    assertThat(latest.of(new Shape(Function.RELU, 8))).isSameAs(first);
    assertThat(latest.of(new Shape(Function.RELU, 9))).isNotSameAs(first);
    latest.of(new Shape(Function.RELU, 8));
    assertThat(made)
        .containsExactly(
            new Shape(Function.RELU, 8), new Shape(Function.RELU, 9), new Shape(Function.RELU, 8));
  }
}
