package ferlive.trainer.cli;

import ferlive.trainer.backend.Backend;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The trainer: trains, evaluates, exports and verifies expression networks. */
@Command(
    name = "ferlive",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Trains expression networks on FER2013 and exports them as ONNX.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      TrainCommand.class,
      EvaluateCommand.class,
      CompareCommand.class,
      ExportCommand.class,
      EnsembleCommand.class,
      VerifyCommand.class,
      CompletionCommand.class
    })
public final class TrainerMain {
  private TrainerMain() {}

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    // Pictures are drawn without a screen, also where DISPLAY names one that is not there.
    System.setProperty("java.awt.headless", "true");
    // Figures are for programs too: 0.65 everywhere, nowhere 0,65.
    Locale.setDefault(Locale.ROOT);
    Backend.prepare();
    System.exit(run(args));
  }

  /** Runs a command and gives its exit code. */
  static int run(String... args) {
    CommandLine program = new CommandLine(new TrainerMain());
    program.setExecutionExceptionHandler(TrainerMain::fail);
    program.setParameterExceptionHandler(TrainerMain::misuse);
    program.setCaseInsensitiveEnumValuesAllowed(true);
    try {
      return program.execute(args);
    } catch (OutOfMemoryError e) {
      program.getErr().println("ferlive: not enough memory; give Java more with -Xmx");
      return ExitCode.INTERNAL.code();
    } catch (LinkageError e) {
      program.getErr().println("ferlive: a native library cannot be loaded: " + e.getMessage());
      return ExitCode.INTERNAL.code();
    }
  }

  private static int misuse(CommandLine.ParameterException e, String[] args) {
    e.getCommandLine().getErr().println("ferlive: " + UsageErrors.line(e));
    return ExitCode.USAGE.code();
  }

  private static int fail(Exception e, CommandLine command, ParseResult parsed) {
    boolean known = e instanceof TrainerException;
    String message = known ? e.getMessage() : "internal error: " + e;
    command.getErr().println("ferlive: " + message);
    if (CommonOptions.verbose(parsed)) {
      e.printStackTrace(command.getErr());
    }
    return known ? ((TrainerException) e).exitCode().code() : ExitCode.INTERNAL.code();
  }
}
