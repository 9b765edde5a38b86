package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.app.testing.FixedAnalyzer;
import ferlive.app.testing.SharedMedia;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a real clip, with the shipped model. */
class DataFilesTest {
  private static final double MILLISECOND = 1e-3;

  @TempDir private Path folder;

  @Test
  void csvAndJsonl_holdTheSameValuesAtTheTimesOfTheFile() throws IOException {
    Path clip = SharedMedia.file("neutral-to-smile.mp4");
    Path jsonl = folder.resolve("a.jsonl");
    Path csv = folder.resolve("a.csv");

    int code =
        AppMain.run(
            new Console(new ByteArrayOutputStream(), new PrintStream(System.err), false),
            new StopSignal(),
            new String[] {
              "analyze", clip.toString(), "--quiet", "--jsonl=" + jsonl, "--csv=" + csv
            });

    assertThat(code).isZero();
    List<JsonNode> frames = frames(jsonl);
    List<String> rows = Files.readAllLines(csv);
    assertThat(rows.subList(1, rows.size()))
        .containsExactlyElementsOf(frames.stream().flatMap(it -> rows(it).stream()).toList());
    List<Double> stamps = stamps(clip);
    assertThat(frames).hasSameSizeAs(stamps);
    for (int i = 0; i < stamps.size(); i++) {
      assertThat(frames.get(i).get("time").asDouble())
          .isCloseTo(stamps.get(i) - stamps.get(0), within(MILLISECOND));
    }
  }

  private static List<JsonNode> frames(Path jsonl) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> frames = new ArrayList<>();
    for (String line : Files.readAllLines(jsonl)) {
      JsonNode tree = mapper.readTree(line);
      if (tree.has("frame")) {
        frames.add(tree);
      }
    }
    return frames;
  }

  /** The rows that a line of JSONL is in CSV. */
  private static List<String> rows(JsonNode frame) {
    String place =
        frame.get("source").asText() + "," + frame.get("frame") + "," + frame.get("time").asText();
    List<String> rows = new ArrayList<>();
    for (JsonNode face : frame.get("faces")) {
      List<String> cells = new ArrayList<>(List.of(place, face.get("track").asText()));
      face.get("box").forEach(number -> cells.add(plain(number)));
      cells.add(face.get("detection").isNull() ? "" : plain(face.get("detection")));
      cells.add(face.get("label").asText());
      cells.add(plain(face.get("score")));
      cells.add(face.get("sure").asText());
      FixedAnalyzer.LABELS.forEach(label -> cells.add(plain(face.get("probabilities").get(label))));
      rows.add(String.join(",", cells));
    }
    return rows.isEmpty() ? List.of(place + ",".repeat(16)) : rows;
  }

  private static String plain(JsonNode number) {
    return number.decimalValue().stripTrailingZeros().toPlainString();
  }

  /** Presentation times in seconds, as FFmpeg's own tool reads them. */
  private static List<Double> stamps(Path clip) throws IOException {
    try {
      Process probe =
          new ProcessBuilder(
                  "ffprobe",
                  "-v",
                  "error",
                  "-select_streams",
                  "v:0",
                  "-show_entries",
                  "frame=pts_time",
                  "-of",
                  "csv=p=0",
                  clip.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .map(line -> line.replace(",", "").strip())
          .filter(line -> !line.isEmpty())
          .map(Double::valueOf)
          .toList();
    } catch (IOException e) {
      return abort("skipped: there is no ffprobe here");
    }
  }
}
