package ferlive.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class EvaluationJsonTest {
  @Test
  void of_hasTheFiguresUnderTheirNames() throws IOException {
    JsonNode json = new ObjectMapper().readTree(EvaluationJson.of(Reports.plain()));

    assertThat(json.path("model").asText()).isEqualTo("models/toy.onnx");
    assertThat(json.path("modelSha256").asText()).isEqualTo("ab");
    assertThat(json.path("data").asText()).isEqualTo("faces");
    assertThat(json.path("split").asText()).isEqualTo("public");
    assertThat(json.path("n").asInt()).isEqualTo(3);
    assertThat(json.path("accuracy").asDouble()).isEqualTo(0.666667);
    assertThat(json.path("macroF1").asDouble()).isEqualTo(0.666667);
    assertThat(json.path("balancedAccuracy").asDouble()).isEqualTo(0.75);
    assertThat(json.path("top2").asDouble()).isEqualTo(1);
    assertThat(json.path("nll").asDouble()).isBetween(0.59, 0.6);
    assertThat(json.path("brier").asDouble()).isEqualTo(0.353333);
    assertThat(json.path("ece").isNumber()).isTrue();
    assertThat(json.path("accuracyInterval95")).hasSize(2);
    assertThat(json.path("labels").toString()).isEqualTo("[\"happy\",\"sad\",\"surprise\"]");
    assertThat(json.path("confusion").toString()).isEqualTo("[[1,0,0],[1,1,0],[0,0,0]]");
    assertThat(json.at("/perClass/sad").toString())
        .isEqualTo("{\"precision\":1.0,\"recall\":0.5,\"f1\":0.666667,\"support\":2}");
    assertThat(json.has("robustness") || json.has("recalibration")).isFalse();
  }

  @Test
  void of_hasWhatElseWasMeasured() throws IOException {
    JsonNode json = new ObjectMapper().readTree(EvaluationJson.of(Reports.full()));

    assertThat(json.at("/recalibration/temperatureInside").asDouble()).isEqualTo(1.25);
    assertThat(json.at("/recalibration/smoothingInside").asDouble()).isEqualTo(0.1);
    assertThat(json.at("/recalibration/temperatureFitted").asDouble()).isEqualTo(0.5);
    assertThat(json.at("/recalibration/smoothingFitted").asDouble()).isEqualTo(0.2);
    assertThat(json.at("/withoutTrainCopies/exact").asInt()).isEqualTo(4);
    assertThat(json.at("/withoutTrainCopies/near").asInt()).isEqualTo(2);
    assertThat(json.at("/withoutTrainCopies/accuracy").asDouble()).isEqualTo(0.666667);
    assertThat(json.at("/robustness/scale/accuracy").asDouble()).isEqualTo(0.375);
    assertThat(json.at("/robustness/scale/drop").asDouble()).isEqualTo(0.375);
    assertThat(json.at("/robustness/scale/worstDrop").asDouble()).isEqualTo(0.5);
    assertThat(json.at("/recalibration/smoothingFitted").asDouble()).isEqualTo(0.2);
    assertThat(json.at("/robustness/scale/settings").toString())
        .isEqualTo("{\"0.8\":0.5,\"1.3\":0.25}");
  }
}
