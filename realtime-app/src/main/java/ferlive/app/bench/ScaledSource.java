package ferlive.app.bench;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import ferlive.app.source.FrameSource;
import ferlive.app.source.SourceInfo;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Gives the frames of another source in one size.
 *
 * <p><b>Ownership</b>: owns that source. <b>Threading</b>: as {@link FrameSource}.
 */
final class ScaledSource implements FrameSource {
  private final FrameSource source;
  private final Size size;
  private final FramePool pool = new FramePool();

  ScaledSource(FrameSource source, FrameSize size) {
    this.source = source;
    this.size = new Size(size.width(), size.height());
  }

  @Override
  public SourceInfo info() {
    SourceInfo info = source.info();
    return new SourceInfo(
        info.name(), info.kind(), size.width(), size.height(), info.fps(), info.frames());
  }

  @Override
  public Optional<Frame> next() {
    Optional<Frame> next = source.next();
    if (next.isEmpty()) {
      return next;
    }
    try (Frame original = next.get()) {
      Frame scaled = pool.take(original.sequence(), original.time(), original.capturedAtNanos());
      resize(original.image(), scaled.image(), size, 0, 0, INTER_AREA);
      return Optional.of(scaled);
    }
  }

  @Override
  public void close() {
    source.close();
    pool.close();
    size.close();
  }
}
