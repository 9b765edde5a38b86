package ferlive.app.detect;

import ferlive.app.frame.Frame;
import java.util.List;

/**
 * Finds the faces of a frame.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: borrows the frame for the call.
 */
public interface FaceDetector extends AutoCloseable {
  /** The name by which a user chooses it. */
  String name();

  /** The faces of the frame in no particular order; an empty list when there are none. */
  List<Detection> detect(Frame frame);

  @Override
  void close();
}
