package ferlive.app.classify;

import ferlive.app.asset.HomeFolder;
import ferlive.app.result.Scores;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a shipped network costs by the number of faces in one call, on one thread of the CPU. */
@State(Scope.Thread)
public class EmotionClassifierBenchmark {
  @Param({"1", "2", "4", "8", "16", "32"})
  private int faces;

  @Param("drf-msam")
  private String model;

  private EmotionClassifier classifier;

  @Setup
  public void open() {
    ModelFile file = ModelLoader.load(HomeFolder.find(), model, true);
    classifier = EmotionClassifier.open(file, Device.CPU, 1);
    FaceBatch batch = classifier.batch();
    for (int face = 0; face < faces; face++) {
      try (Scalar level = new Scalar(8.0 * face)) {
        batch.add().put(level);
      }
    }
  }

  @Benchmark
  public List<Scores> classify() {
    return classifier.classify();
  }

  @TearDown
  public void close() {
    classifier.close();
  }
}
