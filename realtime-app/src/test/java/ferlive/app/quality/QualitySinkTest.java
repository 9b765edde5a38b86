package ferlive.app.quality;

import static ferlive.app.testing.Results.GLAD;
import static ferlive.app.testing.Results.SAD;
import static ferlive.app.testing.Results.frame;
import static ferlive.app.testing.Results.sure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.app.sink.LineOutput;
import ferlive.app.testing.Results;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualitySinkTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream table = new ByteArrayOutputStream();
  private final StringBuilder json = new StringBuilder();

  /** Two told sources and one that is not. */
  private void measure() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("truth.csv"),
            "file,from,to,faces,label\na.mp4,0,4,1,sad\na.mp4,5,10,1,glad\nb.png,0,0,2,\n");
    TruthFile truth = TruthFile.read(file, Results.LABELS);
    QualitySink sink =
        new QualitySink(truth, Results.LABELS, LineOutput.to(table), Optional.of(json::append));
    for (int i = 0; i <= 10; i++) {
      sink.accept("x/a.mp4", frame(i, sure(1, i < 7 ? SAD : GLAD)));
    }
    sink.accept("other.mp4", frame(0, sure(1, SAD)));
    sink.accept("x/b.png", frame(0, sure(2, SAD)));
    sink.close();
    sink.close();
  }

  @Test
  void close_tellsOfEverySourceAndOfAll() throws IOException {
    measure();

    List<List<String>> rows =
        table
            .toString(StandardCharsets.UTF_8)
            .lines()
            .skip(2)
            .map(line -> List.of(line.split(" {2,}| (?=\\d)")))
            .toList();
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0))
        .containsExactly(
            "x/a.mp4", "11", "100.0 %", "0", "0", "0.00 s", "1", "81.8 %", "81.8 %", "0.0 %",
            "66.7", "66.7", "0.20 s");
    assertThat(rows.get(1))
        .containsExactly(
            "x/b.png", "1", "0.0 %", "0", "0", "0.00 s", "1", "-", "-", "0.0 %", "-", "-", "-");
    assertThat(rows.get(2)).startsWith("in total", "12", "91.7 %");
  }

  @Test
  void close_tellsProgramsTheSame() throws IOException {
    measure();

    JsonNode root = new ObjectMapper().readTree(json.toString());
    assertThat(root.get("schema").asInt()).isEqualTo(1);
    JsonNode clip = root.get("files").get(0);
    assertThat(clip.get("file").asText()).isEqualTo("x/a.mp4");
    assertThat(clip.get("labelAccuracy").asDouble()).isEqualTo(0.8182);
    assertThat(clip.get("onsets").get(0).asDouble()).isEqualTo(0.2);
    assertThat(root.get("files").get(1).get("labelAccuracy").isNull()).isTrue();
    assertThat(root.get("total").get("rightCount").asDouble()).isEqualTo(0.9167);
  }
}
