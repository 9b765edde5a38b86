package ferlive.app.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ferlive.app.frame.Box;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlazeFaceLayerTest {
  /** A frame's square of 256 pixels, seen by a network of 128. */
  private static final Box SQUARE = new Box(100, 50, 256, 256);

  private static final int SIDE = 128;

  private final BlazeFaceLayer layer =
      new BlazeFaceLayer(16, 2, FloatBuffer.allocate(512), FloatBuffer.allocate(512 * 16));

  @Test
  void collect_placesAFaceByItsAnchor() {
    // The second anchor of column 3 in row 5.
    set((5 * 16 + 3) * 2 + 1, 2, 4, -6, 20, 20, -4, -8, 12, -2);

    List<FoundFace> faces = collect(1);

    assertThat(faces).hasSize(1);
    FoundFace face = faces.get(0);
    double anchorX = 100 + 3.5 * 16;
    double anchorY = 50 + 5.5 * 16;
    assertThat(face.box().centerX()).isEqualTo(anchorX + 8, within(1e-9));
    assertThat(face.box().centerY()).isEqualTo(anchorY - 12, within(1e-9));
    assertThat(face.box().width()).isEqualTo(40, within(1e-9));
    assertThat(face.eyes())
        .isEqualTo(new Eyes(anchorX - 8, anchorY - 16, anchorX + 24, anchorY - 4));
    assertThat(face.score()).isEqualTo(1 / (1 + Math.exp(-2)), within(1e-9));
  }

  @Test
  void collect_leavesOutWhatIsNotLikely() {
    set(7, 0.9f, 0, 0, 20, 20, 0, 0, 0, 0);

    assertThat(collect(1)).isEmpty();
  }

  @Test
  void collect_givesABoxOfSomeSizeWhereTheNetworkSeesNone() {
    set(7, 2, 0, 0, -3, 0, 0, 0, 0, 0);

    assertThat(collect(1)).extracting(face -> face.box().width()).containsExactly(1.0);
  }

  private List<FoundFace> collect(double minLogit) {
    List<FoundFace> faces = new ArrayList<>();
    for (int i = 0; i < layer.size(); i++) {
      if (layer.scores().get(i) == 0) {
        layer.scores().put(i, -9);
      }
    }
    layer.collect(minLogit, SQUARE, SIDE, faces);
    return faces;
  }

  private void set(int index, float logit, float... numbers) {
    layer.scores().put(index, logit);
    layer.boxes().put(index * BlazeFaceLayer.NUMBERS, numbers);
  }
}
