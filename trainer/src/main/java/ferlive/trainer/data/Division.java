package ferlive.trainer.data;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Faces to learn from, and faces by which the best epoch is chosen.
 *
 * @param training to learn from
 * @param validation to choose by
 */
public record Division(FaceDataset training, FaceDataset validation) {
  /** One picture in so many is held out. */
  private static final int HELD_OUT_OF = 6;

  /**
   * Divides a data set as its authors did. One without splits is divided by what the pictures hold:
   * of each class one in six is held out, the same ones at every start, and never one of two equal
   * pictures.
   *
   * @throws TrainerException with INPUT when a split or a class has too few faces
   */
  public static Division of(FaceDataset all) {
    if (all.origin().form() != DatasetForm.PLAIN) {
      return new Division(all.select(Set.of(Split.TRAIN)), all.select(Set.of(Split.PUBLIC_TEST)));
    }
    List<List<Integer>> classes = new ArrayList<>();
    all.labels().forEach(label -> classes.add(new ArrayList<>()));
    for (int i = 0; i < all.size(); i++) {
      classes.get(all.label(i)).add(i);
    }
    List<Integer> training = new ArrayList<>();
    List<Integer> validation = new ArrayList<>();
    for (List<Integer> faces : classes) {
      divide(all, faces, training, validation);
    }
    return new Division(subset(all, training), subset(all, validation));
  }

  /** What the faces are called by which an epoch is chosen: {@code public}, or {@code held-out}. */
  public static String chosenBy(FaceDataset validation) {
    return validation.origin().form() == DatasetForm.PLAIN ? "held-out" : Split.PUBLIC_TEST.label();
  }

  private static void divide(
      FaceDataset all, List<Integer> faces, List<Integer> training, List<Integer> validation) {
    if (faces.isEmpty()) {
      return;
    }
    Map<String, List<Integer>> equal = new HashMap<>();
    faces.forEach(
        face -> equal.computeIfAbsent(all.pixelHash(face), hash -> new ArrayList<>()).add(face));
    if (equal.size() < 2) {
      throw new TrainerException(
          ExitCode.INPUT,
          "%s: '%s' has %d picture, and needs one to learn from and another to choose by"
              .formatted(
                  all.origin().name(), all.labels().get(all.label(faces.get(0))), equal.size()));
    }
    int wanted = Math.max(1, faces.size() / HELD_OUT_OF);
    int left = equal.size();
    int held = 0;
    for (String hash : equal.keySet().stream().sorted().toList()) {
      List<Integer> same = equal.get(hash);
      // The last goes to the training: there must be one to learn from.
      boolean hold = held < wanted && --left > 0;
      (hold ? validation : training).addAll(same);
      held += hold ? same.size() : 0;
    }
  }

  private static FaceDataset subset(FaceDataset all, List<Integer> positions) {
    return all.subset(positions.stream().sorted().mapToInt(i -> i).toArray());
  }
}
