package ferlive.app.cli;

import ferlive.app.asset.HomeFolder;
import ferlive.app.bench.BenchPlan;
import ferlive.app.camera.Cameras;
import ferlive.app.doctor.Doctor;
import ferlive.app.error.ExitCode;
import ferlive.app.sink.WindowSink;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Entry of the program: finds the command, and turns every error into one line and a code. */
@Command(
    name = "ferlive",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = AppMain.Version.class,
    description = "Finds faces in a camera, clip or picture and names their expression.",
    footer = {"", "`ferlive COMMAND --help` shows a command's options and examples."})
public final class AppMain {
  private AppMain() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    StopSignal stop = new StopSignal();
    stop.listen();
    Console console = Console.ofProcess();
    Thread.setDefaultUncaughtExceptionHandler(uncaught(console, args));
    int code = run(console, stop, args);
    stop.runFinished();
    System.exit(code);
  }

  /** Tells of what no thread's owner has caught, such as a fault of the window system. */
  static Thread.UncaughtExceptionHandler uncaught(Console console, String... args) {
    boolean verbose = isVerbose(args);
    return (thread, fault) -> console.fault(fault, verbose);
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
            new LiveCommand(console, stop, OpenAnalyzer::open, cameras),
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
                console, Doctor.ofMachine(HomeFolder::find, cameras, WindowSink::requireDisplay)));
    return run(console, commands, args);
  }

  /**
   * Runs a command line.
   *
   * @param commands objects with picocli's {@code @Command}, called when chosen
   */
  static int run(Console console, List<?> commands, String... args) {
    boolean verbose = isVerbose(args);
    Logs.configure(verbose, has("--quiet", "-q", args));
    CommandLine line = new CommandLine(new AppMain());
    commands.forEach(line::addSubcommand);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((fault, arguments) -> usage(console, fault));
    line.setExecutionExceptionHandler((fault, failed, parsed) -> fault(console, fault, verbose));
    line.setExecutionStrategy(parsed -> execute(parsed, verbose));
    try {
      return line.execute(args);
    } catch (LinkageError | OutOfMemoryError e) {
      console.message("Java or a native library cannot go on: " + e);
      return ExitCode.INTERNAL.code();
    }
  }

  private static boolean has(String name, String letter, String... args) {
    List<String> all = List.of(args);
    return all.contains(name) || all.contains(letter);
  }

  private static int execute(ParseResult parsed, boolean verbose) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    if (!parsed.hasSubcommand()) {
      CommandLine line = parsed.commandSpec().commandLine();
      throw new ParameterException(line, "a command is missing: " + commandNames(line));
    }
    Logs.configureNatives(verbose);
    return new CommandLine.RunLast().execute(parsed);
  }

  private static String commandNames(CommandLine line) {
    return String.join(", ", line.getSubcommands().keySet());
  }

  private static int usage(Console console, ParameterException fault) {
    String command = fault.getCommandLine().getCommandSpec().qualifiedName();
    console.message(UsageErrors.sentence(fault) + "; see `" + command + " --help`");
    return ExitCode.USAGE.code();
  }

  private static int fault(Console console, Exception fault, boolean verbose) {
    console.fault(fault, verbose);
    return ExitCodes.of(fault).code();
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
