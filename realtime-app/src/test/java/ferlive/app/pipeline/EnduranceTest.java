package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.testing.ChildJvm;
import ferlive.app.testing.Soak;
import ferlive.app.testing.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a process holds stays the same, however long it runs. Each run is a process of its own, with
 * the flags of the launcher; the first half of its samples is warm-up.
 */
@EnabledOnOs(OS.LINUX)
class EnduranceTest {
  private static final Duration MOST = Soak.time(Duration.ofHours(1), Duration.ofHours(1));

  @TempDir private Path folder;

  /**
   * One sample.
   *
   * @param resident memory in megabytes
   * @param heap after a garbage collection, in megabytes
   */
  private record Sample(
      long count, double resident, double heap, int threads, int descriptors, long natives) {
    static Sample parse(String line) {
      String[] values = line.split(" ", -1);
      return new Sample(
          Long.parseLong(values[0]),
          Double.parseDouble(values[1]),
          Double.parseDouble(values[2]),
          Integer.parseInt(values[3]),
          Integer.parseInt(values[4]),
          Long.parseLong(values[5]));
    }
  }

  @Test
  void live_holdsNoMoreAfterManySmallFramesAtFullSpeed() throws Exception {
    List<Sample> samples = run("tiny", tinyModel(), Soak.count(20_000, 1_000_000), MOST);

    double resident = samples.get(samples.size() - 1).resident();
    assertThat(growth(samples, Sample::resident) / resident)
        .as("resident memory after warm-up")
        .isLessThanOrEqualTo(Soak.count(4, 2) / 100.0);
    assertSteady(samples);
  }

  @Test
  void live_holdsNoMoreAfterLong() throws Exception {
    Duration length = Soak.time(Duration.ofSeconds(20), Duration.ofMinutes(30));

    List<Sample> samples = run("demo", AnalyzerConfig.DEFAULT_MODEL, Long.MAX_VALUE, length);

    assertThat(growth(samples, Sample::resident)).isLessThanOrEqualTo(20);
    assertSteady(samples);
  }

  @Test
  void open_holdsNothingWhenAllWasClosedAgain() throws Exception {
    List<Sample> samples = run("open", AnalyzerConfig.DEFAULT_MODEL, Soak.count(20, 300), MOST);

    assertThat(growth(samples, Sample::resident)).isLessThanOrEqualTo(30);
    assertSteady(samples);
    try (Stream<Path> left = Files.walk(folder.resolve("tmp"))) {
      // ONNX Runtime itself leaves one empty folder a process.
      assertThat(left.skip(1))
          .as("temporary files")
          .hasSizeLessThanOrEqualTo(1)
          .allMatch(path -> path.getFileName().toString().startsWith("onnxruntime-java"));
    }
  }

  private static void assertSteady(List<Sample> samples) {
    assertThat(Math.abs(growth(samples, Sample::heap))).as("heap").isLessThanOrEqualTo(5);
    // In a short run, one of Java's own may still be on its way.
    assertThat(growth(samples, Sample::threads)).as("threads").isLessThan(Soak.count(2, 1));
    assertThat(growth(samples, Sample::descriptors)).as("descriptors").isLessThanOrEqualTo(0);
    assertThat(growth(samples, Sample::natives)).as("native objects").isLessThanOrEqualTo(0);
  }

  /** From the start of the second half to its end, medians of a tenth each. */
  private static double growth(List<Sample> samples, ToDoubleFunction<Sample> value) {
    int half = samples.size() / 2;
    int tenth = Math.max(1, samples.size() / 10);
    double from = median(samples.subList(half, half + tenth), value);
    return median(samples.subList(samples.size() - tenth, samples.size()), value) - from;
  }

  private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
    return samples.stream()
        .mapToDouble(value)
        .sorted()
        .skip(samples.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  private String tinyModel() {
    return new TinyModel().write(folder.resolve("tiny.onnx")).toString();
  }

  private List<Sample> run(String what, String model, long count, Duration most)
      throws IOException, InterruptedException {
    Path tmp = Files.createDirectory(folder.resolve("tmp"));
    Path output = folder.resolve("out");
    List<String> command =
        Stream.concat(
                ChildJvm.LAUNCHER_FLAGS.stream(),
                Stream.of(
                    "-Djava.io.tmpdir=" + tmp,
                    EnduranceRun.class.getName(),
                    what,
                    model,
                    Long.toString(count),
                    Long.toString(most.toSeconds())))
            .toList();
    try (ChildJvm child = new ChildJvm(Map.of(), Path.of("").toAbsolutePath(), output, command)) {
      assertThat(child.exitCode(most.toSeconds() + 60)).isZero();
    }
    List<Sample> samples = Files.readAllLines(output).stream().map(Sample::parse).toList();
    assertThat(samples).hasSizeGreaterThanOrEqualTo(10);
    System.out.printf(
        "endurance %s: %d in all; after warm-up: resident %+.1f of %.0f MB, heap %+.2f MB%n",
        what,
        samples.get(samples.size() - 1).count(),
        growth(samples, Sample::resident),
        samples.get(samples.size() - 1).resident(),
        growth(samples, Sample::heap));
    return samples;
  }
}
