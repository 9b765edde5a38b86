package ferlive.app.sink;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import java.io.IOException;
import java.nio.Buffer;
import java.nio.file.Path;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameRecorder;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * H.264 in MP4 through FFmpeg and OpenH264, the H.264 encoder of the LGPL build that JavaCV brings.
 *
 * <p>Times lie on the grid of the source's nominal frame rate, as they do in all but streams of
 * varying rate, where a frame is off by half a grid step at most, or by one where two would share a
 * step. <b>Threading</b>: confined to one thread.
 */
final class Mp4Encoder implements AutoCloseable {
  /** OpenH264 takes no more; larger pictures are scaled down. */
  private static final double MAX_PIXELS = 4096 * 2160;

  private static final double MAX_FPS = 240;

  /** Plain scenes look clean at this rate: 2.8 Mbit/s for 640 x 360 at 30 frames a second. */
  private static final double BITS_PER_PIXEL = 0.4;

  private static final int MIN_BIT_RATE = 1_000_000;
  private static final int MAX_BIT_RATE = 60_000_000;
  private static final int SECONDS_BETWEEN_KEY_FRAMES = 2;

  private final Path file;
  private final FFmpegFrameRecorder recorder;
  private final double fps;
  private int nextStep;
  private long pictures;

  /**
   * @param width of the pictures, even
   * @param height of the pictures, even
   * @param fps nominal frames per second
   */
  Mp4Encoder(Path file, int width, int height, double fps) throws IOException {
    this.file = file;
    this.fps = Math.min(MAX_FPS, fps);
    double scale = Math.min(1, Math.sqrt(MAX_PIXELS / ((double) width * height)));
    int outWidth = even(width * scale);
    int outHeight = even(height * scale);
    double bits = BITS_PER_PIXEL * outWidth * outHeight * this.fps;
    recorder = new FFmpegFrameRecorder(file.toFile(), outWidth, outHeight, 0);
    recorder.setFormat("mp4");
    recorder.setVideoCodecName("libopenh264");
    recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
    recorder.setFrameRate(this.fps);
    recorder.setVideoBitrate((int) Math.min(MAX_BIT_RATE, Math.max(MIN_BIT_RATE, bits)));
    recorder.setGopSize((int) Math.ceil(this.fps * SECONDS_BETWEEN_KEY_FRAMES));
    // The index goes to the front, so that a browser can begin before it has the whole file.
    recorder.setOption("movflags", "+faststart");
    try {
      recorder.start();
    } catch (FrameRecorder.Exception e) {
      recorder.close();
      throw new IOException("the encoder does not start", e);
    }
  }

  private static int even(double length) {
    return Math.max(2, 2 * (int) (length / 2));
  }

  /**
   * @param picture 8-bit BGR; another size than the first is scaled to that
   * @param time in seconds, later than the last
   */
  @SuppressWarnings("try") // the scope works by being open
  void write(Mat picture, double time) throws IOException {
    int step = Math.max(nextStep, (int) Math.round(time * fps));
    nextStep = step + 1;
    try (PointerScope scope = new PointerScope()) {
      Buffer pixels = picture.createBuffer();
      recorder.setFrameNumber(step);
      recorder.recordImage(
          picture.cols(),
          picture.rows(),
          Frame.DEPTH_UBYTE,
          3,
          (int) picture.step(),
          AV_PIX_FMT_BGR24,
          pixels);
      pictures++;
    } catch (FrameRecorder.Exception e) {
      throw new IOException("the encoder refused a picture", e);
    }
  }

  /** Ends the file, and makes sure that it is whole: JavaCV does not tell when its end fails. */
  @Override
  public void close() throws IOException {
    try {
      recorder.close();
    } catch (FrameRecorder.Exception e) {
      throw new IOException("the file could not be ended", e);
    }
    Mp4Check.requireWhole(file, pictures);
  }
}
