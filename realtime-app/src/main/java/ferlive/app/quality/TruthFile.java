package ferlive.app.quality;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.error.Shown;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person sees in files: a CSV file with the columns {@code file,from,to,faces,label},
 * without quotes. Immutable.
 */
public final class TruthFile {
  private static final String HEADER = "file,from,to,faces,label";
  private static final int COLUMNS = 5;

  /** Some hundred thousand lines. */
  private static final long MAX_BYTES = 16 << 20;

  private final Path file;
  private final Map<String, List<TruthRange>> ranges = new HashMap<>();

  private TruthFile(Path file) {
    this.file = file;
  }

  /**
   * Reads and checks the whole file.
   *
   * @param labels that may stand in it: those of the model
   * @throws AppException INPUT that names the line at fault
   */
  public static TruthFile read(Path file, List<String> labels) {
    TruthFile truth = new TruthFile(file);
    List<String> lines = lines(file);
    if (lines.isEmpty() || !lines.get(0).strip().equals(HEADER)) {
      throw truth.fault(0, "expected the columns " + HEADER);
    }
    for (int line = 1; line < lines.size(); line++) {
      if (!lines.get(line).isBlank()) {
        try {
          truth.add(lines.get(line).split(",", -1), labels);
        } catch (IllegalArgumentException e) {
          throw truth.fault(line, e.getMessage());
        }
      }
    }
    return truth;
  }

  private static List<String> lines(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new AppException(
            ExitCode.INPUT, file + ": larger than the " + (MAX_BYTES >> 20) + " MiB that are read");
      }
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new AppException(ExitCode.INPUT, file + ": no such file", e);
    } catch (CharacterCodingException e) {
      throw new AppException(ExitCode.INPUT, file + ": not a text in UTF-8", e);
    } catch (IOException e) {
      throw new AppException(ExitCode.INPUT, file + ": cannot be read", e);
    }
  }

  private AppException fault(int line, String reason) {
    return new AppException(ExitCode.INPUT, file + ":" + (line + 1) + ": " + reason);
  }

  private void add(String[] cells, List<String> labels) {
    require(cells.length == COLUMNS, cells.length + " columns, expected " + COLUMNS);
    String name = cells[0].strip();
    require(!name.isEmpty(), "file is empty");
    Optional<String> label = Optional.of(cells[4].strip()).filter(text -> !text.isEmpty());
    label.ifPresent(
        text ->
            require(
                labels.contains(text),
                "label is " + Shown.of(text) + ", expected one of " + labels));
    int from = number("from", cells[1]);
    int to = number("to", cells[2]);
    TruthRange range = new TruthRange(from, to, number("faces", cells[3]), label);
    List<TruthRange> known = ranges.computeIfAbsent(name, absent -> new ArrayList<>());
    require(
        known.stream().noneMatch(range::overlaps),
        "frames " + from + " to " + to + " of " + Shown.of(name) + " are partly told of already");
    known.add(range);
  }

  private static int number(String column, String cell) {
    try {
      return Integer.parseInt(cell.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          column + " is " + Shown.of(cell) + ", expected a whole number", e);
    }
  }

  private static void require(boolean holds, String fault) {
    if (!holds) {
      throw new IllegalArgumentException(fault);
    }
  }

  /**
   * What is known of a source, by the last part of its name; empty where nothing is.
   *
   * @param source as the user named it
   */
  public List<TruthRange> ranges(String source) {
    String name = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
    return List.copyOf(ranges.getOrDefault(name, List.of()));
  }
}
