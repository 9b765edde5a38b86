package ferlive.app.source;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A live source that comes back: watched while it is open and, once it is lost or gives nothing
 * new, opened again and again.
 *
 * <p>Frames go on counting through an outage, and their times through the time that it took.
 * <b>Threading</b>: as {@link FrameSource}; an interrupt and {@link #abandon()} end a wait and the
 * stream. <b>Errors</b>: SOURCE when it is lost for good, and from {@link #close()} when a native
 * call hangs, whose memory is left alone. <b>Ownership</b>: owns every source that it opens.
 */
public final class SupervisedSource implements FrameSource {
  private static final Logger LOG = LoggerFactory.getLogger(SupervisedSource.class);
  private static final Duration ROUND = Duration.ofMillis(100);
  private static final Duration CLOSING = Duration.ofSeconds(3);
  private static final long SECOND_NANOS = 1_000_000_000L;

  /** Each holds a thread and perhaps the device: with so many, another attempt is of no use. */
  private static final int MOST_HANGING = 3;

  private final Supplier<FrameSource> opening;
  private final Supervision rules;
  private final SourceInfo info;
  private final BackOff backOff;
  private final StallWatch watch = new StallWatch(System.nanoTime());
  private final FrozenPicture frozen;
  private final List<Connection> hanging = new ArrayList<>();
  private final CountDownLatch abandoned = new CountDownLatch(1);
  private Consumer<SourceState> listener = state -> {};
  private Connection connection;
  private boolean online = true;
  private long changed = System.nanoTime();
  private long sequence;
  private long firstNanos;
  private double shift;
  private double lastTime;

  /**
   * Takes an open source over.
   *
   * @param opening opens it again; may block; called on a thread of its own
   */
  public SupervisedSource(FrameSource open, Supplier<FrameSource> opening, Supervision rules) {
    this.opening = opening;
    this.rules = rules;
    this.info = open.info();
    this.backOff = new BackOff(rules, new SplittableRandom()::nextDouble);
    this.frozen = new FrozenPicture(rules.frozen());
    this.connection = Connection.to(info.name(), () -> open);
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public void listen(Consumer<SourceState> listener) {
    this.listener = listener;
  }

  @Override
  public void abandon() {
    abandoned.countDown();
  }

  private boolean isAbandoned() {
    return abandoned.getCount() == 0;
  }

  @Override
  public Optional<Frame> next() {
    try {
      while (!isAbandoned()) {
        Optional<Frame> frame = connection.poll(ROUND);
        Optional<String> trouble = frame.isPresent() ? trouble(frame.get()) : trouble();
        if (trouble.isPresent()) {
          frame.ifPresent(Frame::close);
          reconnect(trouble.get());
        } else if (frame.isPresent()) {
          place(frame.get());
          return frame;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  /** What is wrong with a source that gave a frame. */
  private Optional<String> trouble(Frame frame) {
    long now = System.nanoTime();
    watch.pictureCame(now);
    return frozen.isFrozen(frame, now)
        ? stalled("the picture has not changed for " + rules.frozen().toSeconds() + " s")
        : Optional.empty();
  }

  /** What is wrong with a source that gave no frame in this round. */
  private Optional<String> trouble() {
    Duration limit = online ? rules.silence() : rules.opening();
    Optional<String> fault = connection.fault().map(this::withoutName);
    return fault.isEmpty() && watch.isStalled(System.nanoTime(), limit)
        ? stalled("no picture for " + limit.toSeconds() + " s")
        : fault;
  }

  /** Whoever is told the reason knows of which source. */
  private String withoutName(String reason) {
    String prefix = info.name() + ": ";
    return reason.startsWith(prefix) ? reason.substring(prefix.length()) : reason;
  }

  private Optional<String> stalled(String reason) {
    listener.accept(new SourceState.Stalled(reason));
    return Optional.of(reason);
  }

  private void reconnect(String reason) throws InterruptedException {
    connection.abandon();
    hanging.add(connection);
    long now = System.nanoTime();
    if (online) {
      backOff.wasOnline(Duration.ofNanos(now - changed));
      online = false;
      changed = now;
      LOG.warn("{} is lost: {}", info.name(), reason);
    }
    do {
      if (backOff.attempts() >= rules.maxRetries()) {
        throw lostForGood(reason);
      }
      await(reason, backOff.next());
      if (isAbandoned()) {
        return;
      }
      hanging.removeIf(Connection::isOver);
    } while (hanging.size() >= MOST_HANGING);
    listener.accept(new SourceState.Connecting(backOff.attempts()));
    connection = Connection.to(info.name(), opening);
    watch.pictureCame(System.nanoTime());
  }

  private AppException lostForGood(String reason) {
    return new AppException(
        ExitCode.SOURCE,
        "%s is lost for good after %d attempts to open it again: %s"
            .formatted(info.name(), backOff.attempts(), reason));
  }

  /** Waits, unless abandoned, and tells every second for how long still. */
  private void await(String reason, Duration length) throws InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    long left = length.toNanos();
    while (left > 0) {
      listener.accept(new SourceState.Lost(reason, Duration.ofNanos(left)));
      if (abandoned.await(Math.min(left, SECOND_NANOS), TimeUnit.NANOSECONDS)) {
        return;
      }
      left = end - System.nanoTime();
    }
  }

  /** Puts a frame behind those before it, and tells when it is the first after an outage. */
  private void place(Frame frame) {
    long now = System.nanoTime();
    if (sequence == 0) {
      firstNanos = now;
    }
    if (!online) {
      online = true;
      Duration outage = Duration.ofNanos(now - changed);
      changed = now;
      shift = (now - firstNanos) / 1e9 - frame.time();
      LOG.warn("{} is back after {} s", info.name(), outage.toSeconds());
      listener.accept(new SourceState.Online(outage));
    }
    lastTime = Math.max(lastTime, frame.time() + shift);
    frame.placed(sequence++, lastTime);
  }

  /** Those given up before are left to end by themselves. */
  @Override
  public void close() {
    connection.abandon();
    if (!connection.ends(CLOSING)) {
      throw new AppException(
          ExitCode.SOURCE, "the source " + info.name() + " hangs and cannot be closed");
    }
  }
}
