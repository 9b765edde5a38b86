package ferlive.trainer.data;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What ten people each saw in the faces of a data set.
 *
 * <p><b>Shapes:</b> one row of 8 per sample, in the order of {@link #NAMES}. <b>Units:</b> shares
 * of the votes for these eight, 0..1, summing to 1; all 0 where nobody voted for any.
 * <b>Threading:</b> immutable. <b>Ownership:</b> arrays are borrowed and must not be written to.
 * <b>Source:</b> FER+, Barsoum et al. 2016, <a
 * href="https://arxiv.org/abs/1608.01041">arXiv:1608.01041</a>.
 */
public final class CrowdVotes {
  /** The expressions that could be voted for; not the order of {@link Expression}. */
  public static final List<String> NAMES =
      List.of(
          "neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt");

  private final float[] distributions;
  private final float[] mask;
  private final int[] notFace;

  private CrowdVotes(int samples) {
    distributions = new float[samples * NAMES.size()];
    mask = new float[samples];
    notFace = new int[samples];
  }

  /** Nobody was asked about any face. */
  public static CrowdVotes none(FaceDataset faces) {
    return new CrowdVotes(faces.size());
  }

  /**
   * Reads the votes of a data set's samples.
   *
   * @param csv columns split, path, the eight of {@link #NAMES}, unknown, NF; a header first
   * @param faces samples read from Kaggle's layout: votes are found by the path of the picture
   * @throws TrainerException with {@link ExitCode#INPUT} when the file is missing or has a faulty
   *     row, or when no sample of the data set has votes
   */
  public static CrowdVotes read(Path csv, FaceDataset faces) {
    if (faces.origin().form() != DatasetForm.KAGGLE) {
      throw new TrainerException(
          ExitCode.INPUT,
          faces.origin().name()
              + ": crowd votes are found by picture path, use FER2013's zip or folder");
    }
    Map<String, FerPlusRow> rows = FerPlusReader.read(csv);
    CrowdVotes votes = new CrowdVotes(faces.size());
    int found = 0;
    for (int i = 0; i < faces.size(); i++) {
      FerPlusRow row = rows.get(faces.name(i));
      if (row != null) {
        votes.set(i, row);
        found++;
      }
    }
    if (found == 0) {
      throw new TrainerException(
          ExitCode.INPUT, csv + ": holds no votes for the faces of " + faces.origin().name());
    }
    return votes;
  }

  /** Share of each expression: sample i is at {@code i·8}. */
  public float[] distributions() {
    return distributions;
  }

  /** Per sample 1 where {@link #distributions} holds votes, else 0. */
  public float[] mask() {
    return mask;
  }

  /** How many people, of ten, saw no face in a sample. */
  public int notFace(int sample) {
    return notFace[sample];
  }

  private void set(int sample, FerPlusRow row) {
    int sum = row.votes().stream().mapToInt(Integer::intValue).sum();
    notFace[sample] = row.notFace();
    if (sum == 0) {
      return;
    }
    mask[sample] = 1;
    for (int i = 0; i < NAMES.size(); i++) {
      distributions[sample * NAMES.size() + i] = (float) row.votes().get(i) / sum;
    }
  }
}
