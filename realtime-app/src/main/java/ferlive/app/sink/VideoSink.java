package ferlive.app.sink;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Writes the annotated pictures of one source as an MP4 file, at the source's own times.
 *
 * <p>The file is built under a temporary name beside its own and gets its name when it is whole;
 * without a frame there is no file. <b>Errors</b>: OUTPUT when it cannot be written. <b>
 * Threading</b>: confined to one thread. <b>Ownership</b>: owns encoder and canvas.
 */
public final class VideoSink implements ResultSink {
  private static final double USUAL_FPS = 25;

  private final Mat canvas;
  private final Path file;
  private final Path part;
  private final Overlay overlay;
  private double fps = USUAL_FPS;
  private Mp4Encoder encoder;
  private boolean failed;
  private boolean closed;

  /**
   * Makes sure that the file can be written.
   *
   * @param labels of the model, in the order of its scores
   */
  public VideoSink(Path file, List<String> labels) {
    this.file = file;
    this.part = file.resolveSibling("." + file.getFileName() + ".part");
    this.overlay = new Overlay(labels);
    if (Files.isDirectory(file)) {
      throw new AppException(ExitCode.OUTPUT, file + ": cannot be written (is a folder)");
    }
    try {
      OutputFiles.create(part).close();
    } catch (IOException e) {
      throw fault(e);
    }
    this.canvas = new Mat();
  }

  @Override
  public void event(String source, SourceEvent event) {
    if (event instanceof SourceEvent.Started started && started.info().fps() > 0) {
      fps = started.info().fps();
    }
  }

  @Override
  public void accept(String source, Frame frame, FrameResult result) {
    // The usual kinds of H.264 have colours for pairs of pixels only: odd sizes get one more.
    copyMakeBorder(
        frame.image(), canvas, 0, frame.height() % 2, 0, frame.width() % 2, BORDER_REPLICATE);
    overlay.drawFaces(canvas, result.faces());
    try {
      if (encoder == null) {
        encoder = new Mp4Encoder(part, canvas.cols(), canvas.rows(), fps);
      }
      encoder.write(canvas, result.time());
    } catch (IOException e) {
      failed = true;
      throw fault(e);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    canvas.close();
    try {
      if (ended()) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** Ends the encoder; false when there is no video worth its name. */
  private boolean ended() throws IOException {
    if (encoder == null) {
      return false;
    }
    try {
      encoder.close();
      return !failed;
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }

  private AppException fault(IOException e) {
    return new AppException(
        ExitCode.OUTPUT, file + ": cannot be written (" + OutputFiles.reason(e) + ")", e);
  }
}
