package ferlive.trainer.cli;

import ferlive.trainer.train.EpochReport;
import ferlive.trainer.train.TrainingRun;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a training save when a signal ends the JVM, which then leaves with 130 or 143. */
final class SignalStop {
  private static final long SAVE_SECONDS = 30;

  private SignalStop() {}

  /** Runs the training to its end, or to the step after the signal. */
  static List<EpochReport> run(TrainingRun training) {
    CountDownLatch saved = new CountDownLatch(1);
    Thread onSignal = new Thread(() -> stop(training, saved), "save-on-signal");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      return training.run();
    } finally {
      saved.countDown();
      removeHook(onSignal);
    }
  }

  private static void stop(TrainingRun training, CountDownLatch saved) {
    training.stop();
    try {
      if (!saved.await(SAVE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("ferlive: the last step was not saved in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is already ending: the signal is why the training stopped.
    }
  }
}
