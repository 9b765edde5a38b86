package ferlive.app.detect;

import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import ferlive.app.frame.Frame;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Takes each frame as one face that fills it: the largest centred square.
 *
 * <p><b>Threading</b>: thread-safe, without state.
 */
public final class WholeFrameDetector implements FaceDetector {
  @Override
  public String name() {
    return "none";
  }

  @Override
  public List<Detection> scan(Frame frame, ScanEffort effort) {
    double side = Math.min(frame.width(), frame.height());
    Box square = new Box((frame.width() - side) / 2, (frame.height() - side) / 2, side, side);
    return List.of(new Detection(square, OptionalDouble.empty()));
  }

  @Override
  public Optional<Detection> confirm(Frame frame, Detection find) {
    return follow(frame, find.box());
  }

  @Override
  public Optional<Detection> follow(Frame frame, Box last) {
    return Optional.of(scan(frame, ScanEffort.QUICK).get(0));
  }

  @Override
  public void close() {}
}
