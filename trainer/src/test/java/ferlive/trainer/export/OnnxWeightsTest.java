package ferlive.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ferlive.trainer.data.Expression;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.net.Head;
import ferlive.trainer.testing.FreshModels;
import ferlive.trainer.testing.ToyModel;
import ferlive.trainer.train.InitialWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxWeightsTest {
  @TempDir private Path folder;

  @Test
  void read_givesEveryParameterOfTheNetwork() throws IOException {
    Path file = folder.resolve("fresh.onnx");
    Files.write(file, FreshModels.of(Architecture.FERLIVE, 1, Head.FACE).toByteArray());

    InitialWeights weights = OnnxWeights.read(file);

    assertThat(weights.architecture()).isEqualTo(Architecture.FERLIVE);
    assertThat(weights.labels()).isEqualTo(Expression.LABELS);
    assertThat(weights.parameters())
        .containsKeys("conv1_W", "bn2_gamma", "bn2_var", "probabilities_b", "is_face_W");
    assertThat(weights.parameters().get("conv1_W")).hasSize(16 * 25);
    assertThat(weights.parameters().get("bn2_gamma")).containsOnly(new float[] {1}, within(0f));
  }

  @Test
  void read_failsWithAModelOfAnotherProgram() throws IOException {
    Path file = ToyModel.valid().write(folder.resolve("other.onnx"));

    assertThatThrownBy(() -> OnnxWeights.read(file))
        .isInstanceOfSatisfying(
            TrainerException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.MODEL))
        .hasMessageContaining("other.onnx is of an unknown network none");
  }

  @Test
  void read_failsWithWhatIsNoModel() throws IOException {
    Path file = Files.writeString(folder.resolve("no.onnx"), "no model");

    assertThatThrownBy(() -> OnnxWeights.read(file))
        .isInstanceOf(TrainerException.class)
        .hasMessageContaining("no.onnx is no ONNX model");
  }
}
