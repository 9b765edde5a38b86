package ferlive.trainer.cli;

import ferlive.trainer.backend.Backend;
import ferlive.trainer.backend.Machine;
import ferlive.trainer.data.ClassFolders;
import ferlive.trainer.data.DatasetOptions;
import ferlive.trainer.data.Division;
import ferlive.trainer.data.Expression;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.net.NetworkSpec;
import ferlive.trainer.report.TrainingReport;
import ferlive.trainer.train.CheckpointHeader;
import ferlive.trainer.train.EpochReport;
import ferlive.trainer.train.InitialWeights;
import ferlive.trainer.train.Recipe;
import ferlive.trainer.train.RunFolder;
import ferlive.trainer.train.Supervision;
import ferlive.trainer.train.TrainingBenchmark;
import ferlive.trainer.train.TrainingRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains one network. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Trains a network on FER2013's training split and chooses the best epoch on PublicTest;",
      "or on your own folder CLASS/*, of which one picture in six is held out to choose by.",
      "Stopped by a signal it saves first; --resume goes on where it stood."
    },
    footer = {
      "",
      "Examples:",
      "  ferlive train --net aer-cnn --data fer2013.zip",
      "  ferlive train --net drf-msam --data fer2013.zip --epochs 40 --runs my-runs --resume",
      "  ferlive train --net aer-cnn --data fer2013.zip --recipe full",
      "  ferlive train --net aer-cnn --data my-faces --init models/aer-cnn.onnx",
      "  ferlive train --net drf-msam --benchmark"
    })
final class TrainCommand implements Callable<Integer> {
  private static final Duration BENCHMARK_SPAN = Duration.ofSeconds(20);

  @Option(
      names = "--net",
      required = true,
      paramLabel = "NAME",
      converter = ArchitectureConverter.class,
      description =
          "aer-cnn, msff-cnn, drf-msam or ferlive; for comparison plain, plain-msam (the same with"
              + " multi-scale attention) or drf (drf-msam without it).")
  private Architecture architecture;

  @ArgGroup(multiplicity = "1")
  private Work work;

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

  @Mixin private RecipeOptions settings;

  @Mixin private ThreadsOption threads;

  @Option(
      names = "--allow-slow",
      description = "Train even where convolutions are 20 to 40 times slower.")
  private boolean allowSlow;

  @Mixin private CommonOptions common;

  /** What is to be done: learn from faces, or measure how fast that goes. */
  private static final class Work {
    @ArgGroup(exclusive = false, multiplicity = "1")
    private DataOption data;

    @Option(
        names = "--benchmark",
        required = true,
        description = "Measure the speed of training on faces of noise instead.")
    private boolean benchmark;
  }

  @Override
  public Integer call() {
    Recipe recipe = usage(() -> settings.recipe(architecture));
    // Said before any data is read.
    NetworkSpec expressions = usage(() -> spec(recipe, Expression.LABELS));
    Backend.useThreads(threads.count());
    requireFastBackend();
    if (work.benchmark) {
      System.out.printf("machine    %s%n", Machine.describe());
      System.err.println("warm-up    until Java has compiled what runs often, about a minute");
      TrainingBenchmark benchmark = TrainingBenchmark.run(expressions, recipe, BENCHMARK_SPAN);
      System.out.print(BenchmarkText.of(expressions, benchmark, Backend.describe()));
      return ExitCode.OK.code();
    }
    Path folder = runs.resolve(name == null ? architecture.id() : name);
    Optional<CheckpointHeader> begun = RunFolder.begun(folder);
    if (begun.isEmpty()) {
      begin(recipe, folder);
    } else {
      goOn(begun.get(), recipe, folder);
    }
    return ExitCode.OK.code();
  }

  private void begin(Recipe recipe, Path folder) {
    Optional<InitialWeights> initial = settings.inputs().initialWeights(recipe, work.data.path);
    initial.ifPresent(this::requireSameNetwork);
    List<String> found = ClassFolders.of(work.data.path);
    // A network that knows all these and more need not forget the others.
    List<String> labels =
        initial.map(InitialWeights::labels).filter(known -> known.containsAll(found)).orElse(found);
    train(usage(() -> spec(recipe, labels)), recipe, labels, initial, folder);
  }

  private void goOn(CheckpointHeader begun, Recipe given, Path folder) {
    requireResume(begun, given, folder);
    tell("resumed   after step " + begun.step());
    train(begun.spec(), begun.recipe(), begun.labels(), Optional.empty(), folder);
  }

  private NetworkSpec spec(Recipe recipe, List<String> labels) {
    return new NetworkSpec(
        architecture, settings.side(), labels.size(), recipe.dropout(), recipe.heads());
  }

  private void requireSameNetwork(InitialWeights initial) {
    if (!architecture.growsFrom(initial.architecture())) {
      throw new TrainerException(
          ExitCode.INPUT,
          initial.name()
              + " is of the network "
              + initial.architecture()
              + ", not "
              + architecture);
    }
  }

  private void requireResume(CheckpointHeader begun, Recipe given, Path folder) {
    if (!resume) {
      throw new TrainerException(
          ExitCode.INPUT,
          folder + " already holds a training; --resume goes on, --name starts another");
    }
    if (begun.spec().architecture() != architecture) {
      throw new TrainerException(
          ExitCode.INPUT,
          folder + " holds a training of " + begun.spec().architecture() + ", not " + architecture);
    }
    settings.requireSame(begun, given);
  }

  private void requireFastBackend() {
    if (!Backend.isFast() && !allowSlow) {
      throw new TrainerException(
          ExitCode.DEVICE,
          "convolutions would run on "
              + Backend.describe()
              + ", 20 to 40 times slower than oneDNN; use a build with oneDNN or cuDNN, or"
              + " --allow-slow");
    }
  }

  /** Values are checked where they are used; here they came from the command line. */
  private static <T> T usage(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new TrainerException(ExitCode.USAGE, e.getMessage(), e);
    }
  }

  private void tell(String news) {
    if (!common.quiet) {
      System.out.println(news);
    }
  }

  private void train(
      NetworkSpec spec,
      Recipe recipe,
      List<String> labels,
      Optional<InitialWeights> initial,
      Path path) {
    DatasetOptions options = DatasetOptions.defaults().withSide(spec.side()).withLabels(labels);
    Division faces = Division.of(work.data.open(options));
    Supervision supervision =
        settings
            .inputs()
            .gather(recipe, faces.training(), work.data.path, path, threads.count(), this::tell);
    TrainingConsole console =
        new TrainingConsole(
            System.out, recipe, Division.chosenBy(faces.validation()), common.quiet);
    try (RunFolder folder = RunFolder.open(path)) {
      console.onStart(Backend.describe(), spec, faces);
      TrainingRun run =
          new TrainingRun(spec, recipe, supervision, faces.validation(), folder, console);
      initial.ifPresent(run::startFrom);
      List<EpochReport> history = SignalStop.run(run);
      if (history.size() == recipe.epochs()) {
        TrainingReport report = TrainingReport.of(history);
        report.write(folder, Backend.describe());
        console.onEnd(report.best(), folder.best());
      }
    }
  }
}
