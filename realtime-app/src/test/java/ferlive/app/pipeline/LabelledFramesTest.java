package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.frame.Frame;
import ferlive.app.source.FrameSource;
import ferlive.app.testing.FixedAnalyzer;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.testing.TickingSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NoNativeLeaks
@Timeout(20)
class LabelledFramesTest {
  private static final int FRAMES = 40;

  /** Which thread did what. */
  private final Set<String> found = Collections.synchronizedSet(new TreeSet<>());

  private final Set<String> named = Collections.synchronizedSet(new TreeSet<>());

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 9})
  void next_givesEveryFrameInOrder(int threads) {
    List<Long> frames = new ArrayList<>();
    try (FrameSource source = TickingSource.of(FRAMES, 0);
        LabelledFrames labelled = new LabelledFrames(source, analyzer(threads, -1))) {
      for (Optional<LabelledFrame> next = labelled.next();
          next.isPresent();
          next = labelled.next()) {
        try (LabelledFrame frame = next.get()) {
          assertThat(frame.result().frame()).isEqualTo(frame.frame().sequence());
          frames.add(frame.frame().sequence());
        }
      }
    }

    assertThat(frames).hasSize(FRAMES).isSorted().doesNotHaveDuplicates();
    String caller = Thread.currentThread().getName();
    assertThat(found).containsExactly(threads == 1 ? caller : "find");
    assertThat(named).containsExactly(threads < 4 ? caller : "name");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void next_throwsAFaultOfTheAnalysisAfterTheFramesBeforeIt(int threads) {
    try (FrameSource source = TickingSource.of(FRAMES, 0);
        LabelledFrames labelled = new LabelledFrames(source, analyzer(threads, 2))) {
      labelled.next().orElseThrow().close();
      labelled.next().orElseThrow().close();

      assertThatThrownBy(labelled::next).hasMessage("frame 2");
    }
  }

  @Test
  void close_givesBackTheFramesThatNobodyTook() {
    TickingSource source = TickingSource.of(Long.MAX_VALUE, 0);
    LabelledFrames labelled = new LabelledFrames(source, analyzer(4, -1));
    labelled.next().orElseThrow().close();

    labelled.close();
    source.close();
  }

  private FrameAnalyzer analyzer(int threads, long failsAt) {
    FixedAnalyzer fixed = new FixedAnalyzer();
    return new FrameAnalyzer() {
      @Override
      public int threads() {
        return threads;
      }

      @Override
      public FoundFaces find(Frame frame) {
        found.add(Thread.currentThread().getName());
        return fixed.find(frame);
      }

      @Override
      public NamedFaces name(Frame frame, FoundFaces faces) {
        named.add(Thread.currentThread().getName());
        if (frame.sequence() == failsAt) {
          throw new IllegalStateException("frame " + failsAt);
        }
        return fixed.name(frame, faces);
      }

      @Override
      public void close() {}
    };
  }
}
