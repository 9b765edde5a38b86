package ferlive.app.source;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Gives up on a source that does not open in time.
 *
 * <p>Native calls that open cameras and connections can block for ever and cannot be interrupted
 * (opencv#4468), so they run on a thread of their own. What opens too late is closed there.
 */
final class OpenDeadline {
  static final Duration LIMIT = Duration.ofSeconds(4);

  private OpenDeadline() {}

  /**
   * @param name of the source, for the error
   * @param opening what may block; owns what it made until it returns
   */
  static <T extends FrameSource> T open(String name, Duration limit, Supplier<T> opening) {
    CompletableFuture<T> opened = new CompletableFuture<>();
    Thread thread = new Thread(() -> run(opening, opened), "open " + name);
    thread.setDaemon(true);
    thread.start();
    try {
      return opened.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      AppException late = notInTime(name, limit);
      if (opened.completeExceptionally(late)) {
        throw late;
      }
      return opened.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      AppException stopped = new AppException(ExitCode.SOURCE, name + ": opening was stopped", e);
      opened.completeExceptionally(stopped);
      throw stopped;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AppException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static <T extends FrameSource> void run(
      Supplier<T> opening, CompletableFuture<T> opened) {
    try {
      T source = opening.get();
      if (!opened.complete(source)) {
        source.close();
      }
    } catch (RuntimeException | Error e) {
      opened.completeExceptionally(e);
    }
  }

  private static AppException notInTime(String name, Duration limit) {
    return new AppException(
        ExitCode.SOURCE, name + ": did not open within " + limit.toSeconds() + " s");
  }
}
