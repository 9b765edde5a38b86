package ferlive.trainer.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads the original {@code fer2013.csv}, one row at a time. */
final class FerCsvReader {
  private static final String HEADER = "emotion,pixels,usage";

  private final String file;
  private final DatasetOptions options;
  private final ProblemLog problems;

  FerCsvReader(Path csv, DatasetOptions options, ProblemLog problems) {
    this.file = csv.getFileName().toString();
    this.options = options;
    this.problems = problems;
  }

  /**
   * Reads all rows.
   *
   * @throws TrainerException at a line that no such csv can have: other columns, or too long
   */
  FaceCollector read(InputStream in) throws IOException {
    FaceCollector faces = new FaceCollector(options.side(), 1024);
    BoundedLines lines = new BoundedLines(in);
    while (next(lines)) {
      boolean header = lines.number() == 1 && isHeader(lines);
      // A blank line, as some editors leave at the end, is no row.
      if (!header && lines.length() > 0) {
        add(lines, faces);
      }
    }
    return faces;
  }

  private boolean next(BoundedLines lines) throws IOException {
    try {
      return lines.next();
    } catch (BadSampleException e) {
      throw new TrainerException(ExitCode.INPUT, place(lines) + ": " + e.getMessage(), e);
    }
  }

  private boolean isHeader(BoundedLines lines) {
    if (lines.length() > 0 && Character.isDigit(lines.line()[0])) {
      return false;
    }
    int shown = Math.min(lines.length(), 80);
    String first = new String(lines.line(), 0, shown, ISO_8859_1);
    if (!first.replace(" ", "").toLowerCase(Locale.ROOT).equals(HEADER)) {
      throw new TrainerException(
          ExitCode.INPUT,
          place(lines)
              + ": not a FER2013 csv, expected the columns emotion,pixels,Usage in this order");
    }
    return true;
  }

  private void add(BoundedLines lines, FaceCollector faces) {
    String place = place(lines);
    FerCsvRow row;
    try {
      row = FerCsvRow.parse(lines.line(), lines.length());
    } catch (BadSampleException e) {
      problems.leaveOut(place, e.getMessage());
      return;
    }
    String name = Expression.ofCsvCode(row.code()).label();
    int label = options.labels().indexOf(name);
    if (label < 0) {
      throw new TrainerException(
          ExitCode.INPUT,
          place + ": unknown class " + name + ", expected one of " + list(options.labels()));
    }
    faces.add(row.face().toSquare(options.side()), label, row.split(), place);
  }

  private String place(BoundedLines lines) {
    return file + ":" + lines.number();
  }

  private static String list(List<String> labels) {
    return String.join(", ", labels);
  }
}
