package ferlive.app.pipeline;

import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a face that is confirmed by its third hit count from its first: holds frames back until it
 * is known which of their tentative faces stay.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: owns the frames that it holds.
 */
final class LookAhead implements Supply<LabelledFrame>, AutoCloseable {
  /** Frames that are held at most; a face that is not confirmed by then has no say in the first. */
  static final int MOST_HELD = 8;

  private final Supply<Named> supply;
  private final Deque<Named> held = new ArrayDeque<>();

  /** Tracks that were confirmed while frames were held. */
  private final Set<Integer> confirmed = new HashSet<>();

  /** Tracks that the latest frame leaves undecided. */
  private final Set<Integer> undecided = new HashSet<>();

  private RuntimeException fault;
  private boolean ended;

  /** A frame whose faces are named, tentative ones among them. */
  record Named(LabelledFrame labelled, List<FaceResult> tentative) {}

  LookAhead(Supply<Named> supply) {
    this.supply = supply;
  }

  @Override
  public Optional<LabelledFrame> next() {
    while (!ended && mustWait()) {
      read();
    }
    if (held.isEmpty() && fault != null) {
      RuntimeException late = fault;
      fault = null;
      throw late;
    }
    Optional<LabelledFrame> next = Optional.ofNullable(held.poll()).map(this::decided);
    if (held.isEmpty()) {
      confirmed.clear();
    }
    return next;
  }

  private boolean mustWait() {
    return held.isEmpty() || (held.size() < MOST_HELD && isUndecided(held.peek()));
  }

  private boolean isUndecided(Named named) {
    return named.tentative.stream().anyMatch(face -> undecided.contains(face.track()));
  }

  private void read() {
    undecided.clear();
    try {
      Optional<Named> next = supply.next();
      next.ifPresent(this::hold);
      ended = next.isEmpty();
    } catch (RuntimeException e) {
      // What came before it can still be shown.
      fault = e;
      ended = true;
    }
  }

  private void hold(Named next) {
    held.add(next);
    next.labelled.result().faces().forEach(face -> confirmed.add(face.track()));
    next.tentative.forEach(face -> undecided.add(face.track()));
  }

  private LabelledFrame decided(Named named) {
    List<FaceResult> late =
        named.tentative.stream().filter(face -> confirmed.contains(face.track())).toList();
    if (late.isEmpty()) {
      return named.labelled;
    }
    FrameResult result = named.labelled.result();
    List<FaceResult> faces = new ArrayList<>(result.faces());
    faces.addAll(late);
    faces.sort(Comparator.comparingInt(FaceResult::track));
    return new LabelledFrame(
        named.labelled.frame(),
        new FrameResult(
            result.frame(), result.time(), result.width(), result.height(), faces, result.times()));
  }

  @Override
  public void close() {
    ended = true;
    held.forEach(named -> named.labelled.close());
    held.clear();
  }
}
