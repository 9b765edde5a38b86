package ferlive.app.detect;

import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import ferlive.app.frame.Frame;
import java.util.List;
import java.util.Optional;

/**
 * Finds the faces of a frame. Boxes are squares that frame a face as FER2013 does, whatever the
 * detector.
 *
 * <p>A whole frame is searched rarely, and what was found is followed cheaply: {@link #follow}
 * looks only near a known face, where it is large enough for a small search.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: borrows the frame for the call.
 */
public interface FaceDetector extends AutoCloseable {
  /** The name by which a user chooses it. */
  String name();

  /**
   * Searches the whole frame.
   *
   * @return the faces from left to right, none when there are none. What a quick scan finds may be
   *     an error: it counts only when {@link #confirm} finds it too
   */
  List<Detection> scan(Frame frame, ScanEffort effort);

  /**
   * Looks, in another way than a scan, whether there certainly is a face.
   *
   * @param find what a quick scan of this frame found, or, without a score, where a face is
   *     expected
   * @return the face as it was seen now; empty when it is none
   */
  Optional<Detection> confirm(Frame frame, Detection find);

  /**
   * Looks again for one face near where it was last seen.
   *
   * @param last box of that face in an earlier frame
   */
  Optional<Detection> follow(Frame frame, Box last);

  /** Frees what it holds. Closing twice does nothing. */
  @Override
  void close();
}
