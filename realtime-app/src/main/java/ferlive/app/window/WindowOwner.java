package ferlive.app.window;

import ferlive.app.view.Command;
import ferlive.app.view.View;
import java.util.List;

/** The run that a window shows. Called on the event thread, so it must not wait for anything. */
public interface WindowOwner {
  /** The parts of the status line: short texts, in the order of their weight. */
  List<String> status();

  /** Whether the picture is being recorded. */
  boolean recording();

  /**
   * The user has asked for something. What concerns the view alone is done already.
   *
   * @param view after the command
   */
  void asked(Command command, View view);
}
