package ferlive.app.testing;

import ferlive.app.source.SourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Remembers the states of a source and when they came. Thread-safe. */
public final class StateLog implements Consumer<SourceState> {
  private final List<SourceState> states = new CopyOnWriteArrayList<>();
  private final List<Long> nanos = new CopyOnWriteArrayList<>();

  @Override
  public void accept(SourceState state) {
    nanos.add(System.nanoTime());
    states.add(state);
  }

  /** All that are of a kind. */
  public <T extends SourceState> List<T> of(Class<T> kind) {
    return states.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public String toString() {
    return states.toString();
  }

  /** Names of their kinds, in order, each once where the same follows itself. */
  public List<String> kinds() {
    String last = "";
    List<String> kinds = new ArrayList<>();
    for (SourceState state : states) {
      String kind = state.getClass().getSimpleName();
      if (!kind.equals(last)) {
        kinds.add(kind);
      }
      last = kind;
    }
    return kinds;
  }

  /** When the first of a kind came; fails where there is none. */
  public long nanosOf(Class<? extends SourceState> kind) {
    for (int i = 0; i < states.size(); i++) {
      if (kind.isInstance(states.get(i))) {
        return nanos.get(i);
      }
    }
    throw new AssertionError("no " + kind.getSimpleName() + " in " + states);
  }
}
