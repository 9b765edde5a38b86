package ferlive.trainer.cli;

import ferlive.trainer.output.OutputFile;
import ferlive.trainer.output.StandardOutput;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Figures as JSON, beside or in place of a table for people. */
final class JsonOption {
  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the figures as JSON; - for standard output, and then nothing else.")
  private Path file;

  /** Finds out before the work, which may take minutes, whether the file can be written. */
  void check() {
    if (file != null && !Outputs.isStandard(file)) {
      OutputFile.check(file);
    }
  }

  /** Prints the table, and writes the file; or prints the JSON alone. */
  void write(Supplier<String> json, Supplier<String> table) {
    if (file == null) {
      StandardOutput.write(table.get());
    } else if (Outputs.isStandard(file)) {
      StandardOutput.write(json.get());
    } else {
      StandardOutput.write(table.get());
      OutputFile.write(file, json.get());
    }
  }
}
