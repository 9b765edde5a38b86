package ferlive.app.source;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The pictures of a folder by name, each a frame of its own at time 0.
 *
 * <p>A picture that cannot be read is told of and left out. <b>Errors</b>: INPUT for a folder
 * without a picture or, at its end, one of which no picture could be read. <b>Threading</b>:
 * confined to one thread.
 */
final class FolderSource implements FrameSource {
  private final FramePool pool = new FramePool();
  private final SourceInfo info;
  private final Iterator<String> pictures;
  private final Consumer<String> notices;
  private Optional<AppException> firstFault = Optional.empty();
  private long sequence;

  /**
   * @param name of the folder, as the user gave it
   * @param notices told, in one sentence each, which picture is left out
   */
  FolderSource(String name, Consumer<String> notices) {
    List<String> found = Inputs.expand(name);
    this.pictures = found.iterator();
    this.notices = notices;
    this.info = new SourceInfo(name, SourceKind.PICTURES, 0, 0, 0, -1);
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public Optional<Frame> next() {
    while (pictures.hasNext()) {
      Optional<Frame> frame = read(pictures.next());
      if (frame.isPresent()) {
        return frame;
      }
    }
    if (sequence == 0 && firstFault.isPresent()) {
      AppException fault = firstFault.get();
      throw new AppException(
          ExitCode.INPUT,
          info.name() + ": no picture in it can be read, the first: " + fault.getMessage(),
          fault);
    }
    return Optional.empty();
  }

  private Optional<Frame> read(String file) {
    Frame frame = pool.take(sequence, 0, System.nanoTime());
    try {
      PictureFile.read(file, Path.of(file)).decode(frame.image());
      sequence++;
      return Optional.of(frame);
    } catch (AppException e) {
      frame.close();
      firstFault = firstFault.or(() -> Optional.of(e));
      notices.accept(e.getMessage() + "; left out");
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
