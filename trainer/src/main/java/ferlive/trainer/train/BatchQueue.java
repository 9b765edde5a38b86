package ferlive.trainer.train;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes the next batch while the network works on the one before.
 *
 * <p><b>Threading</b>: {@link #take} by one thread; owns one daemon thread.
 */
final class BatchQueue implements AutoCloseable {
  private final BatchMaker maker;
  private final int stepsPerEpoch;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "batches");
            made.setDaemon(true);
            return made;
          });
  private long nextStep;
  private Future<Batch> next;

  /**
   * Starts at a step.
   *
   * @param firstStep counted from the start of the training
   */
  BatchQueue(BatchMaker maker, int stepsPerEpoch, long firstStep) {
    this.maker = maker;
    this.stepsPerEpoch = stepsPerEpoch;
    this.nextStep = firstStep;
    this.next = order();
  }

  private Future<Batch> order() {
    int epoch = (int) (nextStep / stepsPerEpoch);
    int step = (int) (nextStep % stepsPerEpoch);
    nextStep++;
    return thread.submit(() -> maker.make(epoch, step));
  }

  Batch take() throws InterruptedException {
    try {
      Batch batch = next.get();
      next = order();
      return batch;
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot make a batch", e.getCause());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
