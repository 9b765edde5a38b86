package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.asset.HomeFolder;
import ferlive.app.classify.Device;
import ferlive.app.classify.ModelFile;
import ferlive.app.classify.ModelLoader;
import ferlive.app.frame.Box;
import ferlive.app.frame.Frame;
import ferlive.app.result.AttentionMap;
import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import ferlive.app.source.SourceKind;
import ferlive.app.testing.Clip;
import ferlive.app.testing.Frames;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.testing.SharedMedia;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bytedeco.javacv.FrameGrabber;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The networks of {@code models/} as a user gets them. */
class ShippedModelsTest {
  private static final List<String> LABELS =
      List.of("angry", "disgust", "fear", "happy", "neutral", "sad", "surprise");
  private static final int SIDE = 48;
  private static final int ENOUGH_FACES = 6;
  private static final long MAX_BYTES = 16_000_000;

  @TempDir private Path folder;

  static Stream<Path> models() throws IOException {
    try (Stream<Path> files = Files.list(HomeFolder.find().models())) {
      return files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList().stream();
    }
  }

  @Test
  void models_areTheThreeNetworksTheirMeanAndTheDefault() throws IOException {
    assertThat(models().map(file -> file.getFileName().toString()))
        .contains(
            "aer-cnn.onnx", "drf-msam.onnx", "msff-cnn.onnx", "ensemble.onnx", "ferlive.onnx");
  }

  @ParameterizedTest
  @MethodSource("models")
  void load_takesEachModelStrictly(Path model) throws IOException {
    ModelFile loaded = ModelLoader.load(HomeFolder.find(), model.toString(), true);

    assertThat(loaded.notice()).isEmpty();
    assertThat(Files.size(model)).isLessThanOrEqualTo(MAX_BYTES);
    try (FaceAnalyzer analyzer = analyzer(model.toString(), true)) {
      assertThat(analyzer.labels()).isEqualTo(LABELS);
    }
  }

  @Test
  void defaultModel_namesTheAverageFaces() {
    int right = 0;
    try (FaceAnalyzer analyzer = analyzer(AnalyzerConfig.DEFAULT_MODEL, true);
        Frames frames = new Frames();
        Frame strip = frames.picture(resource("average-faces.png"))) {
      analyzer.reset(SourceKind.PICTURES);
      for (int label = 0; label < LABELS.size(); label++) {
        try (Frame face = frames.plain(SIDE, SIDE, 0);
            Rect place = new Rect(label * SIDE, 0, SIDE, SIDE);
            Mat cut = new Mat(strip.image(), place)) {
          cut.copyTo(face.image());
          FaceResult result = analyzer.analyze(face).faces().get(0);
          right += result.label() == label ? 1 : 0;
        }
      }
    }

    assertThat(right).isGreaterThanOrEqualTo(ENOUGH_FACES);
  }

  @ParameterizedTest
  @CsvSource({
    "president.jpg, happy",
    "laughing.jpg, happy",
    "astronaut.png, happy",
    "surprise.jpg, surprise"
  })
  void defaultModel_namesThePlainExpressionOfAPhoto(String file, String label) {
    try (FaceAnalyzer analyzer = analyzer(AnalyzerConfig.DEFAULT_MODEL, false);
        Frames frames = new Frames();
        Frame photo = frames.picture(SharedMedia.file(file))) {
      analyzer.reset(SourceKind.PICTURES);
      List<FaceResult> faces = analyzer.analyze(photo).faces();

      assertThat(faces).hasSize(1);
      assertThat(LABELS.get(faces.get(0).label())).isEqualTo(label);
    }
  }

  @Test
  void defaultModel_seesTheSmileBeginInAClip() throws FrameGrabber.Exception {
    List<String> labels = new ArrayList<>();
    try (FaceAnalyzer analyzer = analyzer(AnalyzerConfig.DEFAULT_MODEL, false);
        Clip clip = new Clip(SharedMedia.file("neutral-to-smile.mp4"))) {
      analyzer.reset(SourceKind.VIDEO);
      for (Optional<Frame> next = clip.next(); next.isPresent(); next = clip.next()) {
        try (Frame frame = next.get()) {
          labels.add(label(analyzer.analyze(frame)));
        }
      }
    }

    assertThat(labels).hasSize(72);
    assertThat(labels.subList(0, 13).stream().filter("happy"::equals).count()).isLessThan(7);
    assertThat(labels.subList(30, 72).stream().filter("happy"::equals).count()).isGreaterThan(21);
  }

  @Test
  void attention_isToldWhenItIsWanted() {
    try (FaceAnalyzer analyzer = analyzer(AnalyzerConfig.DEFAULT_MODEL, true);
        Frames frames = new Frames();
        Frame face = frames.gradient(SIDE, SIDE, 20, 3)) {
      analyzer.reset(SourceKind.PICTURES);
      assertThat(analyzer.analyze(face).faces().get(0).attention()).isEmpty();

      assertThat(analyzer.showAttention(true)).isTrue();

      AttentionMap map = analyzer.analyze(face).faces().get(0).attention().orElseThrow();
      assertThat(map.area()).isEqualTo(new Box(0, 0, SIDE, SIDE));
      for (int y = 0; y < map.height(); y++) {
        for (int x = 0; x < map.width(); x++) {
          assertThat(map.get(x, y)).isBetween(0f, 1f);
        }
      }
    }
  }

  @Test
  @NoNativeLeaks
  void nextModel_goesRoundAllModelsWhileFacesKeepTheirNumber() {
    try (FaceAnalyzer analyzer = analyzer(AnalyzerConfig.DEFAULT_MODEL, true);
        Frames frames = new Frames();
        Frame face = frames.gradient(SIDE, SIDE, 20, 3)) {
      analyzer.reset(SourceKind.VIDEO);
      FaceResult first = analyzer.analyze(face).faces().get(0);
      Set<String> models = new TreeSet<>();
      for (int i = 0; i < 5; i++) {
        models.add(analyzer.nextModel().model());
        FaceResult next = analyzer.analyze(face).faces().get(0);
        assertThat(next.track()).isEqualTo(first.track());
      }

      assertThat(models).contains("aer-cnn", "drf-msam", "ensemble", "msff-cnn");
      assertThat(analyzer.info().model()).isEqualTo(AnalyzerConfig.DEFAULT_MODEL);
    }
  }

  @Test
  @NoNativeLeaks
  void nextDetector_takesTheOtherOne() {
    try (FaceAnalyzer analyzer = analyzer(AnalyzerConfig.DEFAULT_MODEL, false);
        Frames frames = new Frames();
        Frame picture = frames.plain(160, 120, 90)) {
      analyzer.reset(SourceKind.VIDEO);
      analyzer.analyze(picture);

      assertThat(analyzer.nextDetector().detector()).isEqualTo("blazeface");
      assertThat(analyzer.analyze(picture).faces()).isEmpty();
      assertThat(analyzer.nextDetector().detector()).isEqualTo("haar");
      assertThat(analyzer.analyze(picture).faces()).isEmpty();
    }
  }

  private static String label(FrameResult result) {
    return result.faces().isEmpty() ? "" : LABELS.get(result.faces().get(0).label());
  }

  private static FaceAnalyzer analyzer(String model, boolean noDetect) {
    return FaceAnalyzer.open(
        new AnalyzerConfig(
            model, true, DetectorChoice.of(DetectorName.HAAR), Device.CPU, 1, false, noDetect));
  }

  /** OpenCV reads files only. */
  private Path resource(String name) {
    Path file = folder.resolve(name);
    try (InputStream stream =
        ShippedModelsTest.class.getResourceAsStream("/ferlive/app/source/" + name)) {
      Files.copy(stream, file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
