package ferlive.app.onnx;

import ferlive.app.asset.AssetFile;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Gives up on a model that is not ready in time. ONNX Runtime computes what is constant while it
 * loads a model, and cannot be interrupted in that, so models load on a thread of their own.
 */
public final class LoadDeadline {
  private LoadDeadline() {}

  /**
   * Loads something, or gives up. What is ready too late is closed by the thread that made it.
   *
   * @param file that is loaded, for the error
   * @param close frees what comes too late
   * @throws ferlive.app.error.AppException with MODEL when it is not ready in time; as {@code
   *     loading} does
   */
  public static <T> T load(AssetFile file, Duration limit, Supplier<T> loading, Consumer<T> close) {
    CompletableFuture<T> loaded =
        CompletableFuture.supplyAsync(loading, task -> daemon(task).start());
    try {
      return loaded.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      closeLater(loaded, close);
      throw file.refused("takes longer than %d ms to load".formatted(limit.toMillis()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closeLater(loaded, close);
      throw file.refused("was not loaded: the program was stopped", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      if (e.getCause() instanceof Error fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static <T> void closeLater(CompletableFuture<T> loaded, Consumer<T> close) {
    CompletableFuture<Void> unused = loaded.thenAccept(close);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "load-model");
    thread.setDaemon(true);
    return thread;
  }
}
