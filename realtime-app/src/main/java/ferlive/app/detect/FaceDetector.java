package ferlive.app.detect;

import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import ferlive.app.frame.Frame;
import java.util.List;
import java.util.Optional;

/**
 * Finds the faces of a frame.
 *
 * <p>A whole frame is searched rarely, and what was found is followed cheaply: {@link #follow}
 * looks only near a known face, where it is large enough for a small search.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: borrows the frame for the call.
 */
public interface FaceDetector extends AutoCloseable {
  /** The name by which a user chooses it. */
  String name();

  /** Searches the whole frame. The faces from left to right; an empty list when there are none. */
  List<Detection> scan(Frame frame, ScanEffort effort);

  /**
   * Looks again for one face near where it was last seen.
   *
   * @param last box of that face in an earlier frame, or in this one to have a find confirmed
   */
  Optional<Detection> follow(Frame frame, Box last);

  /** Frees what it holds. Closing twice does nothing. */
  @Override
  void close();
}
