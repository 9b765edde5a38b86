package ferlive.app.testing;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/** Small clips for tests: each frame is of one gray level that tells its number. */
public final class Clips {
  /** Gray levels between two frames, more than an encoder loses. */
  private static final int STEP = 16;

  private static final int LEVELS = 13;

  private Clips() {}

  /** The gray level of a frame; the same again after 13 frames. */
  public static int gray(int frame) {
    return 16 + STEP * (frame % LEVELS);
  }

  /**
   * Writes a clip. The index of an MP4 stands at its end, as most programs leave it.
   *
   * @param format FFmpeg's name of the container, such as mp4 or matroska
   */
  public static Path write(Path file, String format, int width, int height, double fps, int frames)
      throws IOException {
    return write(file, format, "", width, height, fps, frames);
  }

  /** As {@link #write(Path, String, int, int, double, int)}, with flags for the MP4 muxer. */
  public static Path write(
      Path file, String format, String movflags, int width, int height, double fps, int frames)
      throws IOException {
    write(new FFmpegFrameRecorder(file.toFile(), width, height, 0), format, movflags, fps, frames);
    return file;
  }

  /** Writes a clip as to a pipe: what needs a way back, such as its length, is left out. */
  public static Path pipe(Path file, String format, int width, int height, double fps, int frames)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      write(new FFmpegFrameRecorder(out, width, height, 0), format, "", fps, frames);
    }
    return file;
  }

  private static void write(
      FFmpegFrameRecorder opened, String format, String movflags, double fps, int frames)
      throws IOException {
    av_log_set_level(AV_LOG_QUIET);
    try (FFmpegFrameRecorder recorder = opened) {
      int width = recorder.getImageWidth();
      int height = recorder.getImageHeight();
      recorder.setFormat(format);
      recorder.setVideoCodecName("mpeg4");
      recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
      recorder.setVideoBitrate(8_000_000);
      recorder.setGopSize(5);
      recorder.setFrameRate(fps);
      if (!movflags.isEmpty()) {
        recorder.setOption("movflags", movflags);
      }
      recorder.start();
      ByteBuffer pixels = ByteBuffer.allocateDirect(width * height * 3);
      for (int i = 0; i < frames; i++) {
        byte[] gray = new byte[pixels.capacity()];
        Arrays.fill(gray, (byte) gray(i));
        pixels.clear();
        pixels.put(gray).flip();
        recorder.recordImage(width, height, Frame.DEPTH_UBYTE, 3, width * 3, -1, pixels);
      }
    }
  }

  /** Leaves only the first part of a file. */
  public static Path cut(Path file, double part) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * part)));
  }
}
