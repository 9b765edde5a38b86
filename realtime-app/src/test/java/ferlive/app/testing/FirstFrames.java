package ferlive.app.testing;

import ferlive.app.frame.Frame;
import ferlive.app.source.FrameSource;
import ferlive.app.source.SourceInfo;
import ferlive.app.source.SourceKind;
import java.util.Optional;

/** The first frames of another source, as a video that ends. Owns that source. */
public final class FirstFrames implements FrameSource {
  private final FrameSource source;
  private final long count;
  private long given;

  public FirstFrames(FrameSource source, long count) {
    this.source = source;
    this.count = count;
  }

  @Override
  public SourceInfo info() {
    SourceInfo info = source.info();
    return new SourceInfo(
        info.name(), SourceKind.VIDEO, info.width(), info.height(), info.fps(), count);
  }

  @Override
  public Optional<Frame> next() {
    return given++ < count ? source.next() : Optional.empty();
  }

  @Override
  public void close() {
    source.close();
  }
}
