package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ferlive.app.classify.Device;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Box;
import ferlive.app.frame.Frame;
import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import ferlive.app.result.Scores;
import ferlive.app.source.SourceKind;
import ferlive.app.testing.Clip;
import ferlive.app.testing.Frames;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.testing.SharedMedia;
import ferlive.app.testing.TinyModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacv.FrameGrabber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceAnalyzerTest {
  @TempDir Path folder;

  private FaceAnalyzer open(boolean noDetect) {
    return open(new TinyModel().write(folder.resolve("tiny.onnx")), noDetect);
  }

  private static FaceAnalyzer open(Path model, boolean noDetect) {
    return FaceAnalyzer.open(
        new AnalyzerConfig(
            model.toString(),
            false,
            DetectorChoice.of(DetectorName.HAAR),
            Device.CPU,
            1,
            false,
            noDetect));
  }

  @Test
  void analyze_givesAFaceThatIsNotSureAndThenItsTroubleWhenTheModelAnswersWithNan() {
    Path model = new TinyModel().nanForGrayFaces().write(folder.resolve("nan.onnx"));
    try (FaceAnalyzer analyzer = open(model, true);
        Frames frames = new Frames();
        Frame gray = frames.plain(64, 64, 100)) {
      analyzer.reset(SourceKind.PICTURES);
      for (int i = 0; i < 10; i++) {
        assertThat(analyzer.trouble()).isEmpty();
        assertThat(analyzer.analyze(gray).faces())
            .singleElement()
            .satisfies(face -> assertThat(face.sure()).isFalse())
            .satisfies(face -> assertThat(face.probabilities()).isEqualTo(Scores.unknown(7)));
      }

      assertThat(analyzer.trouble().orElseThrow()).contains("nan.onnx is broken");
      assertThat(analyzer.unknownAnswers()).isEqualTo(10);
    }
  }

  private static List<FrameResult> analyze(FaceAnalyzer analyzer, String file)
      throws FrameGrabber.Exception {
    List<FrameResult> results = new ArrayList<>();
    analyzer.reset(SourceKind.VIDEO);
    try (Clip clip = new Clip(SharedMedia.file(file))) {
      for (Optional<Frame> next = clip.next(); next.isPresent(); next = clip.next()) {
        try (Frame frame = next.get()) {
          results.add(analyzer.analyze(frame));
        }
      }
    }
    return results;
  }

  @ParameterizedTest
  @CsvSource({"neutral-to-smile.mp4, 72, 1", "no-face.mp4, 300, 0", "far-face.mkv, 87, 1"})
  void analyze_followsOneFaceThroughAClip(String file, int frames, int faces)
      throws FrameGrabber.Exception {
    try (FaceAnalyzer analyzer = open(false)) {
      List<FrameResult> results = analyze(analyzer, file);

      assertThat(results).hasSize(frames);
      assertThat(results.subList(2, frames)).allMatch(result -> result.faces().size() == faces);
      assertThat(results.stream().flatMap(result -> result.faces().stream()))
          .extracting(FaceResult::track)
          .containsOnly(faces == 0 ? new Integer[0] : new Integer[] {1});
    }
  }

  /** A model that takes nothing for a face. */
  private Path doubting() {
    return new TinyModel()
        .tellingFaces()
        .metadata("fer.face.threshold", "1")
        .write(folder.resolve("doubting.onnx"));
  }

  @Test
  void analyze_isNotSureOfWhatTheModelTakesForNoFace() throws FrameGrabber.Exception {
    try (FaceAnalyzer analyzer = open(doubting(), false)) {
      assertThat(
              analyze(analyzer, "neutral-to-smile.mp4").stream().flatMap(r -> r.faces().stream()))
          .isNotEmpty()
          .noneMatch(FaceResult::sure);
    }
  }

  @Test
  void analyze_takesAWholePictureForTheFaceThatTheUserSaysItIs() {
    try (FaceAnalyzer analyzer = open(doubting(), true);
        Frames frames = new Frames();
        Frame dark = frames.plain(64, 64, 5)) {
      analyzer.reset(SourceKind.PICTURES);

      assertThat(analyzer.analyze(dark).faces()).singleElement().matches(FaceResult::sure);
    }
  }

  @Test
  void analyze_saysTheSameOfAClipOnEveryRun() throws FrameGrabber.Exception {
    List<FrameResult> first;
    try (FaceAnalyzer analyzer = open(false)) {
      first = analyze(analyzer, "neutral-to-smile.mp4");
    }
    try (FaceAnalyzer analyzer = open(false)) {
      assertThat(analyze(analyzer, "neutral-to-smile.mp4"))
          .extracting(FrameResult::faces)
          .isEqualTo(first.stream().map(FrameResult::faces).toList());
    }
  }

  @NoNativeLeaks
  @Test
  void analyze_givesEachPictureNewFaces() {
    try (FaceAnalyzer analyzer = open(false);
        Frames frames = new Frames();
        Frame two = frames.picture(SharedMedia.file("two-people.jpg"));
        Frame one = frames.picture(SharedMedia.file("president.jpg"))) {
      analyzer.reset(SourceKind.PICTURES);

      assertThat(analyzer.analyze(two).faces()).extracting(FaceResult::track).containsExactly(1, 2);
      assertThat(analyzer.analyze(one).faces()).extracting(FaceResult::track).containsExactly(3);
    }
  }

  @NoNativeLeaks
  @Test
  void analyze_takesEachPictureAsOneFaceWithoutDetection() {
    try (FaceAnalyzer analyzer = open(true);
        Frames frames = new Frames();
        Frame dark = frames.plain(48, 48, 5);
        Frame bright = frames.plain(90, 60, 250)) {
      analyzer.reset(SourceKind.PICTURES);

      assertThat(analyzer.labels().get(analyzer.analyze(dark).faces().get(0).label()))
          .isEqualTo("angry");
      FaceResult face = analyzer.analyze(bright).faces().get(0);
      assertThat(analyzer.labels().get(face.label())).isEqualTo("surprise");
      assertThat(face.box()).isEqualTo(new Box(15, 0, 60, 60));
    }
  }

  @NoNativeLeaks
  @Test
  void open_saysWhatItWorksWith() {
    try (FaceAnalyzer analyzer = open(false)) {
      AnalyzerInfo info = analyzer.info();

      assertThat(info.model()).isEqualTo("tiny");
      assertThat(info.detector()).isEqualTo("haar");
      assertThat(info.device()).isEqualTo("cpu");
      assertThat(info.notices()).singleElement().asString().contains("tiny.onnx");
    }
  }

  @NoNativeLeaks
  @Test
  void open_refusesAMissingModel() {
    AnalyzerConfig config =
        new AnalyzerConfig(
            folder.resolve("missing.onnx").toString(),
            false,
            DetectorChoice.of(DetectorName.HAAR),
            Device.CPU,
            1,
            false,
            false);

    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> FaceAnalyzer.open(config).close())
        .withMessageContaining("missing.onnx")
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.MODEL));
  }
}
