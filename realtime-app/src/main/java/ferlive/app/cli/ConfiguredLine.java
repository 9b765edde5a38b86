package ferlive.app.cli;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line with the settings file behind it. Confined to one thread. */
final class ConfiguredLine {
  private final Console console;
  private final boolean verbose;
  private final CommandLine line = new CommandLine(new AppMain());
  private Settings settings;

  /**
   * @param commands objects with picocli's {@code @Command}, called when chosen
   */
  ConfiguredLine(Console console, List<?> commands, boolean verbose) {
    this.console = console;
    this.verbose = verbose;
    commands.forEach(line::addSubcommand);
    line.getSubcommands()
        .values()
        .forEach(command -> command.addMixin(ConfigOptions.MIXIN, new ConfigOptions()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((fault, arguments) -> usage(fault));
    line.setExecutionExceptionHandler((fault, failed, parsed) -> fault(failed, fault));
    line.setExecutionStrategy(this::execute);
  }

  /**
   * Runs a command line.
   *
   * @param own the user's own settings file, which need not be there
   * @return the exit code
   * @throws AppException INPUT when the settings file is refused
   */
  int execute(Optional<Path> own, String... args) {
    GivenOptions given = GivenOptions.of(args);
    // Help is there also for a user whose settings are broken.
    boolean help = given.has("-h", "--help", "-V", "--version");
    settings = help ? Settings.none() : Settings.read(line, given, own);
    line.setDefaultValueProvider(settings);
    return line.execute(GivenOptions.withBareFlags(line, args));
  }

  private int execute(ParseResult parsed) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    if (!parsed.hasSubcommand()) {
      throw new ParameterException(
          line, "a command is missing: " + String.join(", ", line.getSubcommands().keySet()));
    }
    ParseResult command = parsed.subcommand();
    Object config = command.commandSpec().mixins().get(ConfigOptions.MIXIN).userObject();
    if (((ConfigOptions) config).print()) {
      console.result(ConfigText.of(command, settings));
      return ExitCode.OK.code();
    }
    Logs.configureNatives(verbose);
    return new CommandLine.RunLast().execute(parsed);
  }

  private int usage(ParameterException fault) {
    Optional<AppException> blamed = settings.blame(fault);
    if (blamed.isPresent()) {
      console.message(blamed.get().getMessage());
      return blamed.get().exitCode().code();
    }
    String command = fault.getCommandLine().getCommandSpec().qualifiedName();
    console.message(UsageErrors.sentence(fault) + "; see `" + command + " --help`");
    return ExitCode.USAGE.code();
  }

  private int fault(CommandLine failed, Exception fault) {
    Exception told = fault;
    if (fault instanceof AppException known) {
      told = settings.blame(failed, known).orElse(known);
    }
    console.fault(told, verbose);
    return ExitCodes.of(told).code();
  }
}
