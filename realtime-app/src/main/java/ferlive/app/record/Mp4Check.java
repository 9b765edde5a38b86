package ferlive.app.record;

import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacv.FFmpegFrameGrabber;

/** Reads the index of an MP4 file that was just written, to find one that a full disk cut short. */
final class Mp4Check {
  private static final String REFUSAL = "the file did not come out whole; is the disk full?";

  private Mp4Check() {}

  /**
   * Checks that the index lists all pictures and that the file reaches to the end of the last.
   *
   * @param pictures how many were written, at least 1
   * @throws IOException when it is not so
   */
  static void requireWhole(Path file, long pictures) throws IOException {
    // The protocol keeps a name with a colon in it from being taken for a URL.
    try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber("file:" + file.toAbsolutePath())) {
      grabber.start();
      if (!grabber.hasVideo() || !isWhole(grabber, pictures, Files.size(file))) {
        throw new IOException(REFUSAL);
      }
    } catch (FFmpegFrameGrabber.Exception e) {
      throw new IOException(REFUSAL, e);
    }
  }

  @SuppressWarnings("try") // the scope works by being open
  private static boolean isWhole(FFmpegFrameGrabber grabber, long pictures, long fileBytes) {
    try (PointerScope scope = new PointerScope()) {
      AVStream stream = grabber.getFormatContext().streams(grabber.getVideoStream());
      int entries = avformat_index_get_entries_count(stream);
      if (entries < pictures) {
        return false;
      }
      AVIndexEntry last = avformat_index_get_entry(stream, entries - 1);
      return last.pos() + last.size() <= fileBytes;
    }
  }
}
