package ferlive.trainer.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The votes for one picture.
 *
 * @param path path of the picture in Kaggle's layout
 * @param votes for each of {@link CrowdVotes#NAMES}
 * @param notFace how many saw no face
 */
record FerPlusRow(String path, List<Integer> votes, int notFace) {
  static final String HEADER = "split,path," + String.join(",", CrowdVotes.NAMES) + ",unknown,NF";
  private static final int COLUMNS = 4 + CrowdVotes.NAMES.size();

  /**
   * Parses a line.
   *
   * @throws BadSampleException with what is wrong with it
   */
  static FerPlusRow parse(String line) throws BadSampleException {
    String[] columns = line.split(",", -1);
    if (columns.length != COLUMNS) {
      throw new BadSampleException(columns.length + " columns, expected " + COLUMNS);
    }
    List<Integer> votes = new ArrayList<>();
    for (int i = 2; i < COLUMNS - 2; i++) {
      votes.add(count(columns[i]));
    }
    return new FerPlusRow(columns[1], List.copyOf(votes), count(columns[COLUMNS - 1]));
  }

  private static int count(String text) throws BadSampleException {
    if (!text.matches("[0-9]{1,3}")) {
      throw new BadSampleException("a number of votes is not 0..999");
    }
    return Integer.parseInt(text);
  }
}
