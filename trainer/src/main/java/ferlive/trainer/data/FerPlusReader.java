package ferlive.trainer.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads FER+ votes. The file is small and made by a program: one faulty row refuses it. */
final class FerPlusReader {
  private FerPlusReader() {}

  /** The rows by picture path. */
  static Map<String, FerPlusRow> read(Path csv) {
    Map<String, FerPlusRow> rows = new HashMap<>();
    try (InputStream in = Files.newInputStream(csv)) {
      BoundedLines lines = new BoundedLines(in);
      try {
        while (lines.next()) {
          read(lines, rows);
        }
      } catch (BadSampleException e) {
        throw new TrainerException(
            ExitCode.INPUT, csv.getFileName() + ":" + lines.number() + ": " + e.getMessage(), e);
      }
    } catch (IOException e) {
      throw new TrainerException(ExitCode.INPUT, csv + ": cannot be read", e);
    }
    return rows;
  }

  private static void read(BoundedLines lines, Map<String, FerPlusRow> rows)
      throws BadSampleException {
    String line = new String(lines.line(), 0, lines.length(), UTF_8);
    if (lines.number() == 1) {
      if (!line.equals(FerPlusRow.HEADER)) {
        throw new BadSampleException("expected the columns " + FerPlusRow.HEADER);
      }
    } else if (!line.isEmpty()) {
      FerPlusRow row = FerPlusRow.parse(line);
      if (rows.put(row.path(), row) != null) {
        throw new BadSampleException("a second row for " + row.path());
      }
    }
  }
}
