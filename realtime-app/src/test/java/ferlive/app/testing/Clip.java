package ferlive.app.testing;

import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FrameGrabber;
import org.bytedeco.javacv.OpenCVFrameConverter;
import org.bytedeco.opencv.opencv_core.Mat;

/** The frames of a video file, one after another. */
public final class Clip implements AutoCloseable {
  private final FramePool pool = new FramePool();
  private final FFmpegFrameGrabber grabber;
  private final OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat();
  private long sequence;

  public Clip(Path file) throws FFmpegFrameGrabber.Exception {
    avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    grabber = new FFmpegFrameGrabber(file.toFile());
    grabber.start();
  }

  /** The next frame, which the caller closes. */
  public Optional<Frame> next() throws FFmpegFrameGrabber.Exception {
    org.bytedeco.javacv.Frame grabbed = grabber.grabImage();
    if (grabbed == null) {
      return Optional.empty();
    }
    Frame frame = pool.take(sequence, sequence / grabber.getFrameRate(), System.nanoTime());
    sequence++;
    Mat image = converter.convert(grabbed);
    image.copyTo(frame.image());
    return Optional.of(frame);
  }

  @Override
  public void close() throws FrameGrabber.Exception {
    converter.close();
    grabber.close();
    pool.close();
  }
}
