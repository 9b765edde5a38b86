package ferlive.app.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Which options stand on the command line, known before it is taken apart. Immutable. */
final class GivenOptions {
  private static final Pattern SWITCH = Pattern.compile("(--[\\w-]+)=(true|false)");
  private static final Pattern LETTERS = Pattern.compile("-[A-Za-z]+");

  private final List<String> arguments;
  private final Set<String> names = new HashSet<>();

  private GivenOptions(List<String> arguments) {
    this.arguments = arguments;
    for (String argument : arguments) {
      names.add(argument.split("=", 2)[0]);
      if (LETTERS.matcher(argument).matches()) {
        argument.chars().skip(1).forEach(letter -> names.add("-" + (char) letter));
      }
    }
  }

  static GivenOptions of(String... arguments) {
    return new GivenOptions(
        Stream.of(arguments).takeWhile(argument -> !argument.equals("--")).toList());
  }

  boolean has(OptionSpec option) {
    return Stream.of(option.names()).anyMatch(names::contains);
  }

  boolean has(String... wanted) {
    return Stream.of(wanted).anyMatch(names::contains);
  }

  /** The value of an option that is given as {@code --name value} or {@code --name=value}. */
  Optional<String> value(String name) {
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).startsWith(name + "=")) {
        return Optional.of(arguments.get(i).substring(name.length() + 1));
      }
      if (arguments.get(i).equals(name) && i + 1 < arguments.size()) {
        return Optional.of(arguments.get(i + 1));
      }
    }
    return Optional.empty();
  }

  /**
   * A command line in which flags stand bare: {@code --flag=true} as {@code --flag}, {@code
   * --flag=false} left out. So a flag that a file switches on can be switched off.
   */
  static String[] withBareFlags(CommandLine line, String... arguments) {
    List<String> bare = new ArrayList<>();
    for (String argument : arguments) {
      Matcher flag = SWITCH.matcher(argument);
      if (!flag.matches() || !isFlag(line, flag.group(1))) {
        bare.add(argument);
      } else if (flag.group(2).equals("true")) {
        bare.add(flag.group(1));
      }
    }
    return bare.toArray(String[]::new);
  }

  private static boolean isFlag(CommandLine line, String name) {
    return line.getSubcommands().values().stream()
        .map(command -> command.getCommandSpec().findOption(name))
        .anyMatch(option -> option != null && option.arity().max() == 0);
  }
}
