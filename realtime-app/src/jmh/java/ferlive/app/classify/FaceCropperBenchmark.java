package ferlive.app.classify;

import ferlive.app.frame.Box;
import ferlive.app.frame.Frame;
import ferlive.app.source.CrowdSource;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What one crop costs by the size of the face, from a frame of 1280x720. */
@State(Scope.Thread)
public class FaceCropperBenchmark {
  private static final int SIDE = 48;

  @Param({"48", "120", "400"})
  private int face;

  private CrowdSource source;
  private Frame frame;
  private FaceCropper cropper;
  private FaceBatch batch;
  private Box crop;

  @Setup
  public void open() {
    source = new CrowdSource(1, 1280, 720);
    frame = source.next().orElseThrow();
    cropper = new FaceCropper(new ModelContract(SIDE, List.of("a", "b"), "none", 1, 0, 0, 0));
    batch = new FaceBatch(SIDE);
    crop = new Box(640 - face / 2.0, 360 - face / 2.0, face, face);
  }

  @Benchmark
  public FaceBatch cut() {
    batch.clear();
    cropper.cut(frame, crop, 0, batch);
    return batch;
  }

  @TearDown
  public void close() {
    batch.close();
    cropper.close();
    frame.close();
    source.close();
  }
}
