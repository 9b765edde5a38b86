package ferlive.app.view;

import java.util.concurrent.atomic.AtomicReference;

/** The one view of a run, for all who draw. Thread-safe. */
public final class SharedView {
  private final AtomicReference<View> view;

  public SharedView(View view) {
    this.view = new AtomicReference<>(view);
  }

  public View get() {
    return view.get();
  }

  /** Does what a command asks, and tells the view after it. */
  public View apply(Command command) {
    return view.updateAndGet(before -> before.after(command));
  }
}
