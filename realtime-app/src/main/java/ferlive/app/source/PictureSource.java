package ferlive.app.source;

import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One picture file, turned as its EXIF orientation says.
 *
 * <p><b>Errors</b>: as {@link PictureFile}. <b>Threading</b>: confined to one thread.
 */
final class PictureSource implements FrameSource {
  private final FramePool pool = new FramePool();
  private final SourceInfo info;
  private final PictureFile picture;
  private boolean given;

  /**
   * @param name as the user gave it
   */
  PictureSource(String name, Path file) {
    this.picture = PictureFile.read(name, file);
    // The size is not told: a picture may yet be turned.
    this.info = new SourceInfo(name, SourceKind.PICTURES, 0, 0, 0, 1);
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public Optional<Frame> next() {
    if (given) {
      return Optional.empty();
    }
    given = true;
    Frame frame = pool.take(0, 0, System.nanoTime());
    try {
      picture.decode(frame.image());
    } catch (RuntimeException e) {
      frame.close();
      throw e;
    }
    return Optional.of(frame);
  }

  @Override
  public void close() {
    pool.close();
  }
}
