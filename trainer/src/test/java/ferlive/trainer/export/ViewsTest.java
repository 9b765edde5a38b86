package ferlive.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against views worked out pixel by pixel. */
class ViewsTest {
  private static final int FACES = 2;

  @ParameterizedTest
  @ValueSource(ints = {32, 48, 64, 96})
  void of_givesTheFaceThenCloserThenBothMirrored(int side) throws OrtException {
    float[] faces = noise(side);

    float[] views = run(new Views(true, true), side, faces);

    int rows = FACES * side * side;
    assertThat(views).hasSize(4 * rows);
    int border = Math.max(1, Math.round(side / 24f));
    for (int i = 0; i < rows; i++) {
      int face = i / (side * side) * side * side;
      int y = i / side % side;
      int x = i % side;
      int mirrored = i - x + side - 1 - x;
      assertThat(views[i]).isEqualTo(faces[i]);
      assertThat(views[rows + i])
          .isCloseTo(enlarged(faces, face, side, border, y, x), within(0.1f));
      assertThat(views[2 * rows + i]).isEqualTo(faces[mirrored]);
      assertThat(views[3 * rows + i]).isEqualTo(views[rows + mirrored]);
    }
  }

  @Test
  void of_givesTheFaceAloneWithoutOtherViews() throws OrtException {
    float[] faces = noise(48);

    assertThat(run(Views.one(), 48, faces)).isEqualTo(faces);
  }

  private static float[] noise(int side) {
    Random random = new Random(3);
    float[] faces = new float[FACES * side * side];
    for (int i = 0; i < faces.length; i++) {
      faces[i] = random.nextInt(256);
    }
    return faces;
  }

  /** A pixel of what is inside the border, enlarged by straight lines. */
  private static float enlarged(float[] faces, int face, int side, int border, int y, int x) {
    int inner = side - 2 * border;
    float row = (y + 0.5f) * inner / side - 0.5f;
    float column = (x + 0.5f) * inner / side - 0.5f;
    int top = (int) Math.floor(row);
    int left = (int) Math.floor(column);
    float down = row - top;
    float right = column - left;
    float sum = 0;
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        int r = border + Math.min(Math.max(top + i, 0), inner - 1);
        int c = border + Math.min(Math.max(left + j, 0), inner - 1);
        sum +=
            (i == 0 ? 1 - down : down) * (j == 0 ? 1 - right : right) * faces[face + r * side + c];
      }
    }
    return sum;
  }

  private static float[] run(Views views, int side, float[] faces) throws OrtException {
    OnnxGraph graph = new OnnxGraph("views");
    graph.input("face", 1, side, side);
    String all = views.of(graph, "face", side);
    graph.node(OnnxOp.RELU, "out", List.of(all));
    graph.output("out", 1, side, side);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(graph.model(Map.of()).toByteArray());
        OnnxTensor input =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(faces), new long[] {FACES, 1, side, side});
        OrtSession.Result result = session.run(Map.of("face", input))) {
      FloatBuffer values = ((OnnxTensor) result.get("out").orElseThrow()).getFloatBuffer();
      float[] out = new float[values.remaining()];
      values.get(out);
      return out;
    }
  }
}
