package ferlive.app.record;

import ferlive.app.draw.Annotator;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.record.Mp4Encoder.Layout;
import ferlive.app.result.FrameResult;
import ferlive.app.sink.OutputFiles;
import ferlive.app.sink.ResultSink;
import ferlive.app.sink.SourceEvent;
import ferlive.app.view.View;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the annotated pictures of one source as an MP4 file, at the source's own times.
 *
 * <p>The file is built under a temporary name beside its own and gets its name when it is whole;
 * without a frame there is no file. <b>Errors</b>: OUTPUT when it cannot be written. <b>
 * Threading</b>: confined to one thread. <b>Ownership</b>: owns encoder and annotator.
 */
public final class VideoSink implements ResultSink {
  private static final double USUAL_FPS = 25;

  private final Path file;
  private final Path part;
  private final Annotator annotator;
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
    this.part = OutputFiles.part(file);
    if (Files.isDirectory(file)) {
      throw new AppException(ExitCode.OUTPUT, file + ": cannot be written (is a folder)");
    }
    try {
      OutputFiles.create(part).close();
    } catch (IOException e) {
      throw fault(e);
    }
    this.annotator = new Annotator(labels);
  }

  @Override
  public void event(String source, SourceEvent event) {
    if (event instanceof SourceEvent.Started started && started.info().fps() > 0) {
      fps = started.info().fps();
    }
  }

  @Override
  public void accept(String source, Frame frame, FrameResult result) {
    BufferedImage image = annotator.annotate(frame.image(), result.faces(), View.initial(), false);
    try {
      if (encoder == null) {
        encoder = new Mp4Encoder(part, image.getWidth(), image.getHeight(), fps, Layout.WHOLE);
      }
      encoder.write(image, result.time());
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
    annotator.close();
    try {
      if (ended()) {
        OutputFiles.publish(part, file);
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
