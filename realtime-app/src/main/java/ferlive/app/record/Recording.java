package ferlive.app.record;

import ferlive.app.draw.Annotator;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.record.Mp4Encoder.Layout;
import ferlive.app.result.FaceResult;
import ferlive.app.sink.OutputFiles;
import ferlive.app.view.View;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One video that is being recorded, drawn and encoded on a thread of its own. Pictures that find no
 * room in its queue are dropped and counted, so a slow disk or encoder holds up nobody.
 *
 * <p>The file is fragmented MP4: what is written plays, but for the last second or two, also when
 * the process is killed. <b>Threading</b>: {@link #add} and {@link #close} by one thread, the rest
 * by any. <b>Ownership</b>: owns the frames that it takes.
 */
final class Recording implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
  private static final int CAPACITY = 8;
  private static final double USUAL_FPS = 30;
  private static final long CLOSE_MILLIS = 5_000;

  private final BlockingQueue<Optional<Shot>> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong pictures = new AtomicLong();
  private final Path file;
  private final List<String> labels;
  private final boolean clean;
  private final DoubleSupplier fps;
  private final Thread thread;
  private volatile AppException fault;

  /** A picture to record, in the view that it is seen in. */
  record Shot(Frame frame, List<FaceResult> faces, View view) implements AutoCloseable {
    @Override
    public void close() {
      frame.close();
    }
  }

  /**
   * Creates the file and begins.
   *
   * @param labels of the model, in the order of its scores
   * @param clean whether nothing is drawn on the pictures
   * @param fps nominal frames per second of the source, 0 where that is not known; asked for when
   *     the first picture comes
   * @throws AppException OUTPUT when the file cannot be written
   */
  Recording(Path file, List<String> labels, boolean clean, DoubleSupplier fps) {
    this.file = file;
    this.labels = labels;
    this.clean = clean;
    this.fps = fps;
    try {
      // For its owner only, whatever the encoder would make of it.
      OutputFiles.create(file).close();
    } catch (IOException e) {
      throw fault(e);
    }
    this.thread = new Thread(this::work, "record");
    thread.setDaemon(true);
    thread.start();
  }

  Path file() {
    return file;
  }

  /** How many pictures the file holds. */
  long pictures() {
    return pictures.get();
  }

  long dropped() {
    return dropped.get();
  }

  /** What went wrong, after which nothing is recorded any more. */
  Optional<AppException> fault() {
    return Optional.ofNullable(fault);
  }

  /** Takes a picture over. */
  void add(Shot shot) {
    if (fault != null || !queue.offer(Optional.of(shot))) {
      dropped.incrementAndGet();
      shot.close();
    }
  }

  private void work() {
    try (Annotator annotator = new Annotator(labels)) {
      Optional<Shot> first = queue.take();
      if (first.isPresent()) {
        encode(annotator, first.get());
      }
    } catch (IOException e) {
      fault = fault(e);
    } catch (RuntimeException | Error e) {
      fault = new AppException(ExitCode.INTERNAL, file + ": the recording broke off", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void encode(Annotator annotator, Shot first) throws IOException, InterruptedException {
    double start = first.frame().time();
    try (Mp4Encoder encoder = encoder(first)) {
      for (Optional<Shot> next = Optional.of(first); next.isPresent(); next = queue.take()) {
        try (Shot shot = next.get()) {
          encoder.write(image(annotator, shot), shot.frame().time() - start);
          pictures.incrementAndGet();
        }
      }
    }
  }

  /** An encoder for pictures like the first, which comes back to its pool where there is none. */
  private Mp4Encoder encoder(Shot first) throws IOException {
    double nominal = fps.getAsDouble() > 0 ? fps.getAsDouble() : USUAL_FPS;
    Frame frame = first.frame();
    try {
      return new Mp4Encoder(file, frame.width(), frame.height(), nominal, Layout.FRAGMENTED);
    } catch (IOException | RuntimeException | Error e) {
      first.close();
      throw e;
    }
  }

  private BufferedImage image(Annotator annotator, Shot shot) {
    return clean
        ? annotator.plain(shot.frame().image(), shot.faces(), shot.view())
        : annotator.annotate(shot.frame().image(), shot.faces(), shot.view(), true);
  }

  private AppException fault(IOException e) {
    return new AppException(
        ExitCode.OUTPUT, file + ": cannot be written (" + OutputFiles.reason(e) + ")", e);
  }

  /** Lets the thread write what waits, and end the file whole; without a picture there is none. */
  @Override
  public void close() {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MILLIS);
    try {
      while (thread.isAlive() && System.nanoTime() < deadline) {
        if (queue.offer(Optional.empty(), 50, TimeUnit.MILLISECONDS)) {
          thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    takeBack();
    if (thread.isAlive()) {
      fault = new AppException(ExitCode.OUTPUT, file + ": hangs, its end is not written");
    } else if (fault == null && pictures() == 0) {
      deleteEmpty();
    }
  }

  private void deleteEmpty() {
    try {
      if (Files.isRegularFile(file) && Files.size(file) == 0) {
        Files.delete(file);
      }
    } catch (IOException e) {
      LOG.info("{} is empty and cannot be deleted", file.getFileName(), e);
    }
  }

  /** Out of the queue, lest a thread that was held up takes them as well; its end is left to it. */
  private void takeBack() {
    for (Optional<Shot> left = queue.poll(); left != null; left = queue.poll()) {
      left.ifPresent(Shot::close);
      dropped.addAndGet(left.isPresent() ? 1 : 0);
    }
    queue.add(Optional.empty());
  }
}
