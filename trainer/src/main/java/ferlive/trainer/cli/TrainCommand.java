package ferlive.trainer.cli;

import ferlive.trainer.backend.Backend;
import ferlive.trainer.data.DatasetOptions;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.data.Split;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.net.NetworkSpec;
import ferlive.trainer.train.Recipe;
import ferlive.trainer.train.RunFolder;
import ferlive.trainer.train.TrainingRun;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains one network. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Trains a network on the training split and chooses the best epoch on PublicTest.",
      "Stopped by a signal it saves first; --resume goes on where it stood."
    },
    footer = {
      "",
      "Examples:",
      "  train --net aer-cnn --data fer2013.zip",
      "  train --net drf-msam --data fer2013.zip --epochs 40 --runs my-runs --resume"
    })
final class TrainCommand implements Callable<Integer> {
  private static final long SAVE_SECONDS = 30;

  @Option(
      names = "--net",
      required = true,
      paramLabel = "NAME",
      converter = ArchitectureConverter.class,
      description = "aer-cnn, msff-cnn or drf-msam.")
  private Architecture architecture;

  @Mixin private DataOption data;

  @Option(
      names = "--runs",
      defaultValue = "runs",
      paramLabel = "DIR",
      description = "Where trainings are kept (default: ${DEFAULT-VALUE}).")
  private Path runs;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Folder of this training below --runs (default: the network's name).")
  private String name;

  @Option(names = "--resume", description = "Go on with the training in that folder.")
  private boolean resume;

  @Option(
      names = "--epochs",
      defaultValue = "40",
      paramLabel = "N",
      description = "Passes over the training faces (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--input-size",
      defaultValue = "48",
      paramLabel = "PIXELS",
      description = "Side of the network's input: 48, 64 or 96 (default: ${DEFAULT-VALUE}).")
  private int inputSize;

  @Mixin private ThreadsOption threads;

  @Option(
      names = "--allow-slow",
      description = "Train even where convolutions are 20 to 40 times slower.")
  private boolean allowSlow;

  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    Backend.useThreads(threads.count());
    if (!Backend.isFast() && !allowSlow) {
      throw new TrainerException(
          ExitCode.DEVICE,
          "convolutions would run on "
              + Backend.describe()
              + ", 20 to 40 times slower than oneDNN; use a build with oneDNN or cuDNN, or"
              + " --allow-slow");
    }
    Recipe recipe = Recipe.standard(epochs, seed);
    try (RunFolder folder = RunFolder.open(runs.resolve(name == null ? architecture.id() : name))) {
      if (folder.isBegun() && !resume) {
        throw new TrainerException(
            ExitCode.INPUT,
            folder.path() + " already holds a training; --resume goes on, --name starts another");
      }
      FaceDataset all = data.open(DatasetOptions.defaults().withSide(inputSize));
      FaceDataset training = all.select(Set.of(Split.TRAIN));
      FaceDataset validation = all.select(Set.of(Split.PUBLIC_TEST));
      NetworkSpec spec =
          new NetworkSpec(architecture, inputSize, all.labels().size(), recipe.dropout());
      TrainingConsole console = new TrainingConsole(System.out, recipe, common.quiet);
      console.onStart(Backend.describe(), spec, training, validation);
      train(new TrainingRun(spec, recipe, training, validation, folder, console));
    }
    return ExitCode.OK.code();
  }

  /** Runs the training so that a signal lets it save before the JVM ends. */
  private static void train(TrainingRun run) {
    CountDownLatch saved = new CountDownLatch(1);
    Thread onSignal =
        new Thread(
            () -> {
              run.stop();
              try {
                if (!saved.await(SAVE_SECONDS, TimeUnit.SECONDS)) {
                  System.err.println("error: the last step was not saved in time");
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "save-on-signal");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      run.run();
    } finally {
      saved.countDown();
      removeHook(onSignal);
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
