package ferlive.app.track;

import ferlive.app.result.Scores;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the steadying of one face's label costs for one frame. */
@State(Scope.Thread)
public class LabelSmootherBenchmark {
  private static final double FPS = 30;

  private final LabelSmoother smoother = new LabelSmoother(LabelSettings.smooth());
  private final Scores[] answers = {
    Scores.of(0.05f, 0.05f, 0.05f, 0.6f, 0.15f, 0.05f, 0.05f),
    Scores.of(0.05f, 0.05f, 0.05f, 0.3f, 0.45f, 0.05f, 0.05f)
  };
  private long frame;

  @Benchmark
  public Optional<Label> update() {
    frame++;
    smoother.update(1, answers[(int) (frame % answers.length)], true, frame / FPS);
    return smoother.label(1);
  }
}
