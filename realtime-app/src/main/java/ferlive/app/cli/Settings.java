package ferlive.app.cli;

import ferlive.app.config.Nearest;
import ferlive.app.config.Setting;
import ferlive.app.config.SettingsFile;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What a settings file says of options that the command line does not give. */
final class Settings implements IDefaultValueProvider {
  /** What is wanted before a file is read, or only once. */
  private static final List<String> ONLY_GIVEN =
      List.of(ConfigOptions.FILE, ConfigOptions.PRINT, "--verbose");

  private final List<Setting> settings;
  private final GivenOptions given;

  private Settings(List<Setting> settings, GivenOptions given) {
    this.settings = settings;
    this.given = given;
  }

  /**
   * Reads the file that the command line names, or else the user's own where there is one.
   *
   * @param line with all commands
   * @param own the user's own file
   * @throws AppException INPUT for a file that cannot be read, or names what there is not
   */
  static Settings read(CommandLine line, GivenOptions given, Optional<Path> own) {
    Optional<Path> file = given.value(ConfigOptions.FILE).map(Path::of);
    List<Setting> settings =
        file.or(() -> own.filter(Files::exists)).map(SettingsFile::read).orElse(List.of());
    settings.forEach(setting -> check(line, setting));
    return new Settings(settings, given);
  }

  /** Says nothing of any option. */
  static Settings none() {
    return new Settings(List.of(), GivenOptions.of());
  }

  private static void check(CommandLine line, Setting setting) {
    Set<String> commands = line.getSubcommands().keySet();
    Optional<String> command = setting.command();
    if (command.isPresent() && !commands.contains(command.get())) {
      throw unknown(setting, "command", command.get(), commands);
    }
    Set<String> names = new TreeSet<>();
    line.getSubcommands().values().stream()
        .filter(each -> command.isEmpty() || each.getCommandName().equals(command.get()))
        .flatMap(each -> each.getCommandSpec().options().stream())
        .filter(Settings::isSettable)
        .forEach(option -> names.add(name(option)));
    if (!names.contains(setting.name())) {
      throw unknown(setting, "setting", setting.name(), names);
    }
  }

  private static AppException unknown(
      Setting setting, String what, String typed, Set<String> names) {
    return new AppException(
        ExitCode.INPUT,
        "%s: unknown %s '%s'%s"
            .formatted(setting.place(), what, typed, Nearest.hint(typed, names)));
  }

  /** Whether an option may stand in a file: one that sets a single value. */
  static boolean isSettable(OptionSpec option) {
    return !option.usageHelp()
        && !option.versionHelp()
        && !option.isMultiValue()
        && !ONLY_GIVEN.contains(option.longestName());
  }

  /** The name of an option in a file. */
  static String name(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }

  @Override
  public String defaultValue(ArgSpec argument) {
    return find(argument).map(Setting::value).orElse(null);
  }

  /**
   * The setting that gives an option its value; that of its command goes before the general one.
   */
  Optional<Setting> find(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || given.has(option) || !isSettable(option)) {
      return Optional.empty();
    }
    String command = option.command().name();
    return settings.stream()
        .filter(setting -> setting.name().equals(name(option)))
        .filter(setting -> setting.command().orElse(command).equals(command))
        .reduce((one, other) -> one.command().isPresent() ? one : other);
  }

  /** Puts a fault of a value where the value stands, if that is the file. */
  Optional<AppException> blame(ParameterException fault) {
    return Optional.ofNullable(fault.getArgSpec())
        .flatMap(this::find)
        .map(setting -> blame(setting, UsageErrors.sentence(fault), fault));
  }

  /** The same for what a command itself finds wrong: its sentence begins with the option. */
  Optional<AppException> blame(CommandLine command, AppException fault) {
    if (fault.exitCode() != ExitCode.USAGE) {
      return Optional.empty();
    }
    String option = fault.getMessage().split("[ :]", 2)[0];
    return Optional.ofNullable(command.getCommandSpec().findOption(option))
        .flatMap(this::find)
        .map(setting -> blame(setting, fault.getMessage(), fault));
  }

  private static AppException blame(Setting setting, String sentence, Exception cause) {
    return new AppException(ExitCode.INPUT, setting.place() + ": " + sentence, cause);
  }
}
