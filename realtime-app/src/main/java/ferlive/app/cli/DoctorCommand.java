package ferlive.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ferlive.app.doctor.Doctor;
import ferlive.app.doctor.Finding;
import ferlive.app.error.ExitCode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what would keep the default run from working. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = AppMain.Version.class,
    description = {
      "Look at all that the program needs, and tell the way out where something is missing.",
      "Exit 0 when `ferlive live` would work, else what it would end with."
    },
    footer = {
      "",
      "Examples:",
      "  ferlive doctor",
      "  ferlive doctor --json | jq '.findings[] | select(.state != \"ok\")'"
    })
final class DoctorCommand implements Callable<Integer> {
  private final Console console;
  private final Doctor doctor;

  @Option(names = "--json", description = "Write JSON in place of text.")
  private boolean json;

  /** Taken like every command takes it; {@link AppMain} has looked at it already. */
  @SuppressWarnings("UnusedVariable")
  @Mixin
  private TalkOptions talk = new TalkOptions();

  DoctorCommand(Console console, Doctor doctor) {
    this.console = console;
    this.doctor = doctor;
  }

  @Override
  public Integer call() {
    List<Finding> findings = doctor.examine();
    ExitCode exitCode =
        findings.stream()
            .map(Finding::exitCode)
            .filter(code -> code != ExitCode.OK)
            .findFirst()
            .orElse(ExitCode.OK);
    console.result(json ? json(findings, exitCode) : text(findings, exitCode));
    return exitCode.code();
  }

  private static String text(List<Finding> findings, ExitCode exitCode) {
    TextTable table = new TextTable("", "", "");
    for (Finding finding : findings) {
      table.row(state(finding), finding.what(), finding.text());
      finding.remedy().ifPresent(remedy -> table.row("", "", "-> " + remedy));
    }
    String verdict =
        exitCode == ExitCode.OK
            ? "`ferlive live` works here"
            : "`ferlive live` would end with exit code "
                + exitCode.code()
                + ": "
                + missing(findings);
    return (table.text() + "\n" + verdict).strip();
  }

  private static String missing(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.exitCode() != ExitCode.OK)
        .map(Finding::what)
        .collect(Collectors.joining(", "));
  }

  private static String state(Finding finding) {
    return finding.state().name().toLowerCase(Locale.ROOT);
  }

  private static String json(List<Finding> findings, ExitCode exitCode) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", 1);
    root.put("exitCode", exitCode.code());
    ArrayNode list = root.putArray("findings");
    for (Finding finding : findings) {
      ObjectNode node = list.addObject();
      node.put("what", finding.what());
      node.put("state", state(finding));
      node.put("text", finding.text());
      finding.remedy().ifPresent(remedy -> node.put("remedy", remedy));
    }
    return root.toPrettyString();
  }
}
