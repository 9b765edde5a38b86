package ferlive.app.cli;

import ferlive.app.asset.HomeFolder;
import ferlive.app.bench.BenchPlan;
import ferlive.app.camera.Cameras;
import ferlive.app.doctor.Doctor;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.files.UserFolders;
import ferlive.app.platform.NativeCache;
import ferlive.app.window.WindowSink;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** Entry of the program: finds the command, and turns every error into one line and a code. */
@Command(
    name = "ferlive",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = AppMain.Version.class,
    description = "Finds faces in a camera, clip or picture and names their expression.",
    footer = {"", "`ferlive COMMAND --help` shows a command's options and examples."})
public final class AppMain {
  AppMain() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    NativeCache.prepare();
    StopSignal stop = new StopSignal();
    stop.listen();
    Console console = Console.ofProcess();
    if (!mayUseDisplay(args)) {
      drawWithoutDisplay();
    }
    Thread.setDefaultUncaughtExceptionHandler(uncaught(console, args));
    int code = run(console, stop, args);
    stop.runFinished();
    System.exit(stop.exitCode(code));
  }

  /** Tells of what no thread's owner has caught, such as a fault of the window system. */
  static Thread.UncaughtExceptionHandler uncaught(Console console, String... args) {
    boolean verbose = isVerbose(args);
    return (thread, fault) -> console.fault(fault, verbose);
  }

  /**
   * Whether the command may open a window, or finds out whether one could be. Whether {@code live}
   * does is known to it alone, since a settings file has a say in that.
   */
  static boolean mayUseDisplay(String... args) {
    List<String> all = List.of(args);
    return all.contains("doctor") || all.contains("live");
  }

  /** Drawing for a file or page must not depend on a display that may not answer. */
  private static void drawWithoutDisplay() {
    System.setProperty("java.awt.headless", "true");
  }

  private static boolean isVerbose(String... args) {
    return has("--verbose", "-v", args);
  }

  /**
   * Runs a command line.
   *
   * @return the exit code
   */
  static int run(Console console, StopSignal stop, String... args) {
    Cameras cameras = Cameras.ofSystem();
    List<Callable<Integer>> commands =
        List.of(
            new LiveCommand(
                console,
                stop,
                OpenAnalyzer::open,
                cameras,
                UserFolders.find(),
                AppMain::drawWithoutDisplay),
            new AnalyzeCommand(console, stop, OpenAnalyzer::open),
            new BenchCommand(
                console,
                stop,
                OpenAnalyzer::open,
                new OneCoreProcess(stop)::run,
                BenchPlan.WARM_UP),
            new ModelsCommand(console, HomeFolder::find),
            new CamerasCommand(console, cameras),
            new DoctorCommand(
                console, Doctor.ofMachine(HomeFolder::find, cameras, WindowSink::requireDisplay)),
            new CompletionCommand(console));
    Path own = UserFolders.find().config().resolve("ferlive.conf");
    return run(console, commands, Optional.of(own), args);
  }

  /**
   * Runs a command line without settings of the user's own.
   *
   * @param commands objects with picocli's {@code @Command}, called when chosen
   */
  static int run(Console console, List<?> commands, String... args) {
    return run(console, commands, Optional.empty(), args);
  }

  /**
   * Runs a command line.
   *
   * @param own the user's own settings file, which need not be there
   */
  static int run(Console console, List<?> commands, Optional<Path> own, String... args) {
    Logs.configure(isVerbose(args), has("--quiet", "-q", args));
    try {
      return new ConfiguredLine(console, commands, isVerbose(args)).execute(own, args);
    } catch (AppException e) {
      console.fault(e, isVerbose(args));
      return e.exitCode().code();
    } catch (LinkageError | OutOfMemoryError e) {
      console.message("Java or a native library cannot go on: " + e);
      return ExitCode.INTERNAL.code();
    }
  }

  private static boolean has(String name, String letter, String... args) {
    List<String> all = List.of(args);
    return all.contains(name) || all.contains(letter);
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = AppMain.class.getPackage().getImplementationVersion();
      return new String[] {"ferlive " + (version == null ? "(not from a jar)" : version)};
    }
  }
}
