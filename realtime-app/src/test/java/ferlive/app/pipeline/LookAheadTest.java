package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.frame.Box;
import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import ferlive.app.result.Scores;
import ferlive.app.result.StageTimes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookAheadTest {
  private final FramePool pool = new FramePool();
  private final Deque<LookAhead.Named> frames = new ArrayDeque<>();
  private RuntimeException fault;
  private int added;
  private final LookAhead lookAhead = new LookAhead(this::read);

  @AfterEach
  void free() {
    lookAhead.close();
    frames.forEach(frame -> frame.labelled().close());
    pool.close();
  }

  @Test
  void next_givesAFaceFromItsFirstHitOn() {
    add(List.of(), List.of(1));
    add(List.of(), List.of(1));
    add(List.of(1), List.of());
    add(List.of(1), List.of());

    assertThat(rest()).containsExactly("0:[1]", "1:[1]", "2:[1]", "3:[1]");
  }

  @Test
  void next_leavesOutAFaceThatIsNeverConfirmed() {
    add(List.of(1), List.of(2));
    add(List.of(1), List.of(2));
    add(List.of(1), List.of());
    add(List.of(1), List.of(3));

    assertThat(rest()).containsExactly("0:[1]", "1:[1]", "2:[1]", "3:[1]");
  }

  @Test
  void next_putsALateFaceAtItsPlaceByNumber() {
    add(List.of(3), List.of(1, 2));
    add(List.of(1, 3), List.of(2));
    add(List.of(1, 2, 3), List.of());

    assertThat(rest()).containsExactly("0:[1, 2, 3]", "1:[1, 2, 3]", "2:[1, 2, 3]");
  }

  @Test
  void next_givesAFrameAsSoonAsItsFacesAreDecided() {
    add(List.of(1), List.of());
    add(List.of(1), List.of(2));
    add(List.of(1, 2), List.of());

    assertThat(one()).isEqualTo("0:[1]");
    assertThat(frames).as("nothing was read ahead").hasSize(2);
    assertThat(one()).isEqualTo("1:[1, 2]");
  }

  @Test
  void next_holdsFewFramesForAFaceThatStaysUndecided() {
    for (int i = 0; i < 3 * LookAhead.MOST_HELD; i++) {
      add(List.of(), List.of(1));
    }

    assertThat(one()).isEqualTo("0:[]");
    assertThat(frames).hasSize(2 * LookAhead.MOST_HELD);
  }

  @Test
  void next_endsWithoutFacesThatTheEndLeavesUndecided() {
    add(List.of(1), List.of());
    add(List.of(1), List.of(2));

    assertThat(rest()).containsExactly("0:[1]", "1:[1]");
  }

  @Test
  void next_throwsAFaultAfterTheFramesBeforeIt() {
    fault = new IllegalStateException("cut short");
    add(List.of(), List.of(1));
    add(List.of(), List.of(1));

    assertThat(one()).isEqualTo("0:[]");
    assertThat(one()).isEqualTo("1:[]");
    assertThatThrownBy(lookAhead::next).isSameAs(fault);
    assertThat(lookAhead.next()).isEmpty();
  }

  @Test
  void close_givesBackTheFramesThatItHolds() {
    add(List.of(), List.of(1));
    add(List.of(1), List.of(2));
    add(List.of(1, 2), List.of());
    Frame held = frames.stream().skip(1).findFirst().orElseThrow().labelled().frame();
    one();

    lookAhead.close();

    assertThat(lookAhead.next()).isEmpty();
    assertThat(pool.take(9, 0, 0)).as("the pool hands it out again").isSameAs(held);
  }

  private Optional<LookAhead.Named> read() {
    if (frames.isEmpty() && fault != null) {
      throw fault;
    }
    return Optional.ofNullable(frames.poll());
  }

  private void add(List<Integer> confirmed, List<Integer> tentative) {
    FrameResult result =
        new FrameResult(added, 0, 8, 8, faces(confirmed), new StageTimes(0, 0, 0, 0));
    frames.add(
        new LookAhead.Named(new LabelledFrame(pool.take(added, 0, 0), result), faces(tentative)));
    added++;
  }

  private static List<FaceResult> faces(List<Integer> tracks) {
    return tracks.stream().map(LookAheadTest::face).toList();
  }

  private static FaceResult face(int track) {
    return new FaceResult(
        track, new Box(0, 0, 1, 1), OptionalDouble.empty(), Scores.of(1, 0), 0, 1, true);
  }

  private String one() {
    try (LabelledFrame frame = lookAhead.next().orElseThrow()) {
      return frame.result().frame()
          + ":"
          + frame.result().faces().stream().map(FaceResult::track).toList();
    }
  }

  private List<String> rest() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < added; i++) {
      all.add(one());
    }
    assertThat(lookAhead.next()).isEmpty();
    return all;
  }
}
