package ferlive.app.cli;

import ferlive.app.config.SettingsFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options of a command as they stand, as a settings file that says the same. */
final class ConfigText {
  private ConfigText() {}

  /**
   * @param parsed command line of the command
   * @param settings that it took from a file
   */
  static String of(ParseResult parsed, Settings settings) {
    CommandSpec command = parsed.commandSpec();
    List<String> lines = new ArrayList<>();
    lines.add("[" + command.name() + "]");
    for (OptionSpec option : command.options()) {
      boolean said =
          option.defaultValue() != null
              || option.arity().max() == 0
              || parsed.hasMatchedOption(option)
              || settings.find(option).isPresent();
      if (Settings.isSettable(option) && said) {
        value(option)
            .ifPresent(value -> lines.add(SettingsFile.line(Settings.name(option), value)));
      }
    }
    return String.join("\n", lines);
  }

  private static Optional<String> value(OptionSpec option) {
    Object value = option.getValue();
    return Optional.ofNullable(value)
        .map(set -> set instanceof Enum ? set.toString().toLowerCase(Locale.ROOT) : set.toString());
  }
}
