package ferlive.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.trainer.metrics.Evaluation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {
  private static final EvaluationReport REPORT =
      new EvaluationReport(
          "models/toy.onnx",
          "ab",
          "faces",
          "cd",
          "public",
          List.of("happy", "sad", "surprise"),
          Evaluation.of(
              new float[][] {{0.7f, 0.2f, 0.1f}, {0.6f, 0.3f, 0.1f}, {0.1f, 0.8f, 0.1f}},
              new int[] {0, 1, 1}));

  @Test
  void toJson_hasTheFiguresUnderTheirNames() throws IOException {
    JsonNode json = new ObjectMapper().readTree(REPORT.toJson());

    assertThat(json.path("model").asText()).isEqualTo("models/toy.onnx");
    assertThat(json.path("modelSha256").asText()).isEqualTo("ab");
    assertThat(json.path("data").asText()).isEqualTo("faces");
    assertThat(json.path("split").asText()).isEqualTo("public");
    assertThat(json.path("n").asInt()).isEqualTo(3);
    assertThat(json.path("accuracy").asDouble()).isEqualTo(0.666667);
    assertThat(json.path("macroF1").asDouble()).isEqualTo(0.666667);
    assertThat(json.path("balancedAccuracy").asDouble()).isEqualTo(0.75);
    assertThat(json.path("top2").asDouble()).isEqualTo(1);
    assertThat(json.path("ece").isNumber()).isTrue();
    assertThat(json.path("accuracyInterval95")).hasSize(2);
    assertThat(json.path("labels").toString()).isEqualTo("[\"happy\",\"sad\",\"surprise\"]");
    assertThat(json.path("confusion").toString()).isEqualTo("[[1,0,0],[1,1,0],[0,0,0]]");
    assertThat(json.at("/perClass/sad").toString())
        .isEqualTo("{\"precision\":1.0,\"recall\":0.5,\"f1\":0.666667,\"support\":2}");
  }

  @Test
  void table_showsEveryClassAndTheMatrix() {
    String table = EvaluationTable.of(REPORT);

    assertThat(table)
        .contains("accuracy           0.6667")
        .containsPattern("sad +1\\.000 +0\\.500 +0\\.667 +2\n")
        .containsPattern("surprise +- +- +- +0\n")
        .containsPattern("sad +1 +1 +0\n")
        .doesNotContain("\r");
  }

  @Test
  void picture_growsWithTheClasses() throws IOException {
    BufferedImage picture =
        ImageIO.read(new ByteArrayInputStream(ConfusionPicture.png(REPORT).array()));

    assertThat(picture.getWidth()).isGreaterThan(3 * 92);
    assertThat(picture.getHeight()).isGreaterThan(3 * 92);
    // The first cell is full, the one beside it empty.
    int full = picture.getRGB(155, 121) & 0xff;
    int empty = picture.getRGB(155 + 92, 121) & 0xff;
    assertThat(full).isLessThan(empty);
  }
}
