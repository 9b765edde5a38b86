package ferlive.app.track;

import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the following of so many moving faces costs for one frame. */
@State(Scope.Thread)
public class FaceTrackerBenchmark {
  private static final int ROUND = 120;
  private static final double FPS = 30;

  @Param({"1", "10", "32"})
  private int faces;

  private final List<List<Detection>> round = new ArrayList<>();
  private FaceTracker tracker;
  private long frame;

  @Setup
  public void open() {
    tracker = new FaceTracker(TrackSettings.smooth());
    for (int i = 0; i < ROUND; i++) {
      List<Detection> detections = new ArrayList<>();
      for (int face = 0; face < faces; face++) {
        detections.add(detection(face, 2 * Math.PI * i / ROUND));
      }
      round.add(detections);
    }
  }

  /** Eight faces to a row, each on a circle of its own. */
  private static Detection detection(int face, double angle) {
    double x = 150 * (face % 8) + 30 * Math.cos(angle);
    double y = 150 * Math.floorDiv(face, 8) + 30 * Math.sin(angle);
    Box box = new Box(x, y, 100, 100);
    return new Detection(box, OptionalDouble.of(0.9));
  }

  @Benchmark
  public List<Track> update() {
    List<Detection> detections = round.get((int) (frame % ROUND));
    frame++;
    return tracker.update(frame / FPS, detections, Set.of());
  }
}
