package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.testing.BadModels;
import ferlive.app.testing.BadModels.BadModel;
import ferlive.app.testing.Pictures;
import ferlive.app.testing.ProcessState;
import ferlive.app.testing.TinyModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Strangers' models through the whole program, as a user meets them. */
class BadModelsTest {
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private static final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private static final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private static Path folder;
  private static Path picture;

  @BeforeAll
  static void writeFiles() throws IOException {
    picture = Pictures.write(folder.resolve("face.png"), 48, 48);
    Path canary = Files.writeString(folder.resolve(BadModels.CANARY_FILE), BadModels.CANARY);
    Files.createSymbolicLink(folder.resolve("link.bin"), canary);
    // A good model once: what is timed below is not the start of the native libraries.
    Path good = new TinyModel().write(folder.resolve("good.onnx"));
    assertThat(analyze(good)).isZero();
  }

  static Stream<BadModel> models() {
    return BadModels.all().stream();
  }

  @Test
  void all_areEnough() {
    assertThat(BadModels.all()).hasSizeGreaterThan(25);
  }

  @ParameterizedTest
  @MethodSource("models")
  void analyze_refusesABadModelInOneSentence(BadModel model) throws IOException {
    Path file = Files.write(folder.resolve(model.name() + ".onnx"), model.bytes().toByteArray());
    long start = System.nanoTime();

    int code = analyze(file);

    List<String> lines = err.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(code).as(lines.toString()).isEqualTo(4);
    assertThat(System.nanoTime() - start).isLessThan(LIMIT.toNanos());
    assertThat(lines).singleElement().asString().contains(file.toString(), model.fault());
    assertThat(lines.get(0)).matches("[ -~]*").hasSizeLessThan(file.toString().length() + 200);
    assertThat(out.toString(StandardCharsets.UTF_8) + lines).doesNotContain(BadModels.CANARY);
  }

  /** 4 TB, by a network of a few bytes. */
  @Test
  void analyze_takesNoMemoryForAHugeConstant() throws IOException {
    BadModel huge =
        BadModels.all().stream()
            .filter(model -> model.name().equals("constant-of-4-tb"))
            .findFirst()
            .orElseThrow();
    Path file = Files.write(folder.resolve("huge.onnx"), huge.bytes().toByteArray());
    double before = ProcessState.residentMegabytes();

    assertThat(analyze(file)).isEqualTo(4);

    assertThat(ProcessState.residentMegabytes() - before).isLessThan(50);
  }

  private static int analyze(Path model) {
    out.reset();
    err.reset();
    Console console = new Console(out, new PrintStream(err, true, StandardCharsets.UTF_8), false);
    return AppMain.run(
        console,
        new StopSignal(),
        "analyze",
        "--no-detect",
        "--model",
        model.toString(),
        picture.toString());
  }
}
