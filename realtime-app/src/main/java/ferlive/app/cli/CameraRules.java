package ferlive.app.cli;

import ferlive.app.camera.CameraRequest;
import ferlive.app.source.FrameSource;
import ferlive.app.source.Sources;
import ferlive.app.source.SupervisedSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the user asked of cameras, which holds for each that a run goes over to.
 *
 * @param maxRetries attempts in a row to open a lost one again that may fail
 */
record CameraRules(CameraRequest request, int maxRetries) {
  /**
   * Watches an open camera or stream, and takes it over.
   *
   * @param name as the user gave it, or its own
   * @param opening opens it again
   */
  FrameSource watched(FrameSource open, String name, Supplier<FrameSource> opening) {
    return new SupervisedSource(open, opening, Sources.supervision(name, maxRetries));
  }

  /**
   * Opens the camera after another one, watched. The caller closes it.
   *
   * @param current name of the open source
   * @param notices told in a sentence what the camera does not give of what was asked for
   * @throws ferlive.app.error.AppException SOURCE when there is no other
   */
  FrameSource after(String current, Consumer<String> notices) {
    FrameSource camera = Sources.openCameraAfter(current, request, notices);
    String name = camera.info().name();
    // What it does not give of what was asked for was said once.
    return watched(camera, name, () -> Sources.open(name, request, notice -> {}));
  }
}
