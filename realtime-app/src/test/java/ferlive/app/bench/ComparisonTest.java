package ferlive.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void of_holdsEveryFigureOfBothAgainstTheOther() {
    String text =
        Comparison.of(
            "before",
            report("'detect':{'p50':4,'max':9}", "'cores':1"),
            "after",
            report("'detect':{'p50':1,'max':9},'extra':{'p50':1}", "'cores':1"));

    assertThat(text.lines())
        .anyMatch(line -> line.matches("\\s+before\\s+after\\s+ratio"))
        .anyMatch(line -> line.matches("stages.detect.p50\\s+4.000\\s+1.000\\s+0.25"))
        .noneMatch(line -> line.contains("max") || line.contains("extra"))
        .noneMatch(line -> line.contains("differs"));
  }

  @Test
  void of_tellsWhatDiffersInMachineAndSettings() {
    String text =
        Comparison.of(
            "a",
            report("", "'cores':1,'libraries':{'opencv':'4.12'}"),
            "b",
            report("", "'cores':2,'libraries':{'opencv':'4.13'},'os':'Linux'"));

    assertThat(text)
        .contains("machine differs in cores: 1, 2")
        .contains("machine differs in libraries.opencv: 4.12, 4.13")
        .contains("machine differs in os: nothing, Linux");
  }

  @Test
  void of_keepsTheEndOfALongName() {
    String text =
        Comparison.of("runs/2026/november/before.json", report("", ""), "b.json", report("", ""));

    assertThat(text).contains("…r/before.json");
  }

  private static JsonNode report(String stages, String machine) {
    return BenchJson.parse(
        "{'fps':10,'stages':{%s},'machine':{%s}}".formatted(stages, machine).replace('\'', '"'));
  }
}
