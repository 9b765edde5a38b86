package ferlive.app.record;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_d2q;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.PointerScope;

/**
 * H.264 in MP4 through FFmpeg and OpenH264, the H.264 encoder of the LGPL build that JavaCV brings.
 * Each picture is shown from its own time on, so a source of any rate, and one whose rate varies,
 * plays at true speed.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: owns all that it opens.
 */
final class Mp4Encoder implements AutoCloseable {
  /** Steps of the file's clock in a second. */
  private static final int CLOCK = 90_000;

  private static final double MAX_FPS = 240;

  /** Plain scenes look clean at this rate: 2.8 Mbit/s for 640 x 360 at 30 frames a second. */
  private static final double BITS_PER_PIXEL = 0.4;

  private static final int MIN_BIT_RATE = 1_000_000;
  private static final int MAX_BIT_RATE = 60_000_000;
  private static final int SECONDS_BETWEEN_KEY_FRAMES = 2;

  private final Path file;
  private final Layout layout;
  private final double fps;
  private final YuvPicture picture;
  private final AVFormatContext format;
  private final AVCodecContext codec;
  private final AVPacket packet;
  private final AVFrame frame;
  private AVStream stream;
  private long lastStep = -1;
  private long pictures;
  private boolean open;

  /** How the file is laid out. */
  enum Layout {
    /** One index at the front: for a file that gets its name when it is whole. */
    WHOLE("+faststart", 0),
    /** An index for each second: what is written plays, whatever happens to the program. */
    FRAGMENTED("+frag_keyframe+empty_moov+default_base_moof", 1_000_000);

    private final String flags;
    private final long fragmentMicros;

    Layout(String flags, long fragmentMicros) {
      this.flags = flags;
      this.fragmentMicros = fragmentMicros;
    }
  }

  /**
   * Creates the file, or writes over it.
   *
   * @param width of the pictures
   * @param height of the pictures
   * @param fps nominal frames per second
   */
  Mp4Encoder(Path file, int width, int height, double fps, Layout layout) throws IOException {
    this.file = file;
    this.layout = layout;
    this.fps = Math.min(MAX_FPS, fps);
    this.picture = new YuvPicture(width, height);
    this.format = new AVFormatContext(null);
    AVCodec h264 = avcodec_find_encoder_by_name("libopenh264");
    this.codec = avcodec_alloc_context3(h264);
    this.packet = av_packet_alloc();
    this.frame = av_frame_alloc();
    try {
      start(h264);
    } catch (IOException e) {
      free();
      throw e;
    }
  }

  @SuppressWarnings("try") // the scope works by being open
  private void start(AVCodec h264) throws IOException {
    try (PointerScope scope = new PointerScope()) {
      String name = "file:" + file.toAbsolutePath();
      check(avformat_alloc_output_context2(format, null, "mp4", name), "there is no MP4");
      format.flags(format.flags() | AVFormatContext.AVFMT_FLAG_FLUSH_PACKETS);
      settings();
      check(avcodec_open2(codec, h264, (PointerPointer<?>) null), "the encoder does not start");
      stream = avformat_new_stream(format, null);
      stream.time_base(av_make_q(1, CLOCK)).avg_frame_rate(codec.framerate());
      check(avcodec_parameters_from_context(stream.codecpar(), codec), "no parameters");
      AVIOContext output = new AVIOContext(null);
      check(avio_open(output, name, AVIO_FLAG_WRITE), "it cannot be opened");
      format.pb(output);
      header();
      open = true;
      picture.describe(frame);
    }
  }

  private void settings() {
    double bits = BITS_PER_PIXEL * picture.width() * picture.height() * fps;
    codec.width(picture.width()).height(picture.height()).pix_fmt(AV_PIX_FMT_YUV420P);
    codec.time_base(av_make_q(1, CLOCK)).framerate(av_d2q(fps, 1_000_000));
    codec.bit_rate((long) Math.min(MAX_BIT_RATE, Math.max(MIN_BIT_RATE, bits)));
    codec.gop_size((int) Math.ceil(fps * SECONDS_BETWEEN_KEY_FRAMES));
    codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
  }

  private void header() throws IOException {
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "movflags", layout.flags, 0);
    if (layout.fragmentMicros > 0) {
      av_dict_set(options, "frag_duration", Long.toString(layout.fragmentMicros), 0);
    }
    try {
      check(avformat_write_header(format, options), "its beginning cannot be written");
    } finally {
      av_dict_free(options);
    }
  }

  /**
   * @param image of type 3BYTE_BGR; another size than the first is scaled to that
   * @param time in seconds, later than the last
   */
  void write(BufferedImage image, double time) throws IOException {
    lastStep = Math.max(lastStep + 1, Math.round(time * CLOCK));
    picture.load(image);
    frame.pts(lastStep);
    check(avcodec_send_frame(codec, frame), "the encoder refused a picture");
    drain();
    pictures++;
  }

  private void drain() throws IOException {
    while (avcodec_receive_packet(codec, packet) >= 0) {
      packet.stream_index(0);
      packet.duration((long) (CLOCK / fps));
      av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
      check(av_interleaved_write_frame(format, packet), "is the disk full?");
    }
  }

  /** Ends the file, and makes sure that it is whole. */
  @Override
  public void close() throws IOException {
    if (!open) {
      return;
    }
    open = false;
    try {
      avcodec_send_frame(codec, null);
      drain();
      check(av_write_trailer(format), "the file could not be ended; is the disk full?");
    } finally {
      int closed = closeOutput();
      free();
      check(closed, "the file could not be ended; is the disk full?");
    }
    if (layout == Layout.WHOLE) {
      Mp4Check.requireWhole(file, pictures);
    }
  }

  private int closeOutput() {
    AVIOContext output = format.pb();
    if (output == null) {
      return 0;
    }
    // FFmpeg's function clears only the pointer that it is given.
    format.pb(null);
    return avio_closep(output);
  }

  private void free() {
    if (!format.isNull()) {
      closeOutput();
      avformat_free_context(format);
    }
    avcodec_free_context(codec);
    av_packet_free(packet);
    av_frame_free(frame);
    picture.close();
  }

  private static void check(int result, String fault) throws IOException {
    if (result < 0) {
      throw new IOException(fault);
    }
  }
}
