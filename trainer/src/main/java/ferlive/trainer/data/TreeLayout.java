package ferlive.trainer.data;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.util.List;
import java.util.Locale;

/** Which folder names mean what in a tree of pictures. Case does not matter. */
final class TreeLayout {
  private static final String TRAIN = "train";
  private static final String TEST = "test";

  private final FileTree tree;
  private final List<String> labels;
  private final DatasetForm form;
  private final int top;

  /**
   * What the path of a picture says.
   *
   * @param split without meaning in a plain data set
   * @param name the path from the data set's top, folders in lower case
   */
  record Place(Split split, int label, String name) {}

  private TreeLayout(FileTree tree, List<String> labels, DatasetForm form, int top) {
    this.tree = tree;
    this.labels = labels;
    this.form = form;
    this.top = top;
  }

  /**
   * Finds the layout of a tree, also where all of it is below one top folder.
   *
   * @param pictures paths of the pictures in the tree
   */
  static TreeLayout of(FileTree tree, List<String> pictures, List<String> labels) {
    int top = hasOneTopFolder(pictures, labels) ? pictures.get(0).indexOf('/') + 1 : 0;
    boolean splits =
        pictures.stream().anyMatch(name -> isSplitFolder(name.substring(top).split("/", -1)[0]));
    return new TreeLayout(tree, labels, splits ? DatasetForm.KAGGLE : DatasetForm.PLAIN, top);
  }

  DatasetForm form() {
    return form;
  }

  /**
   * Reads the path of a picture.
   *
   * @throws BadSampleException when it is not in a class folder
   * @throws TrainerException when there is no such class or split
   */
  Place place(String picture) throws BadSampleException {
    String[] parts = picture.substring(top).split("/", -1);
    boolean kaggle = form == DatasetForm.KAGGLE;
    if (kaggle && parts.length > 1 && !isSplitFolder(parts[0])) {
      throw unknown(picture, parts[0], "folder", "train or test");
    }
    if (parts.length != (kaggle ? 3 : 2)) {
      throw new BadSampleException(
          "the picture is not in a class folder, expected "
              + (kaggle ? "train|test/<class>/<picture>" : "<class>/<picture>"));
    }
    String file = parts[parts.length - 1];
    String folder = parts[parts.length - 2];
    int label = label(picture, folder);
    if (!kaggle) {
      return new Place(Split.TRAIN, label, labels.get(label) + "/" + file);
    }
    String part = parts[0].toLowerCase(Locale.ROOT);
    return new Place(split(part, file), label, part + "/" + labels.get(label) + "/" + file);
  }

  private int label(String picture, String folder) {
    for (int i = 0; i < labels.size(); i++) {
      if (labels.get(i).equalsIgnoreCase(folder)) {
        return i;
      }
    }
    throw unknown(picture, folder, "class folder", "one of " + String.join(", ", labels));
  }

  /** Kaggle holds both test halves in one folder; the file names tell them apart. */
  private static Split split(String folder, String file) {
    if (folder.equals(TRAIN)) {
      return Split.TRAIN;
    }
    boolean isPrivate = file.toLowerCase(Locale.ROOT).contains("private");
    return isPrivate ? Split.PRIVATE_TEST : Split.PUBLIC_TEST;
  }

  private TrainerException unknown(String picture, String folder, String what, String expected) {
    int end = picture.indexOf(folder + "/", top) + folder.length();
    return new TrainerException(
        ExitCode.INPUT,
        tree.place(picture.substring(0, end)) + ": unknown " + what + ", expected " + expected);
  }

  private static boolean hasOneTopFolder(List<String> pictures, List<String> labels) {
    if (pictures.isEmpty()) {
      return false;
    }
    String first = pictures.get(0).split("/", -1)[0];
    return !isSplitFolder(first)
        && labels.stream().noneMatch(first::equalsIgnoreCase)
        && pictures.stream()
            .allMatch(name -> name.startsWith(first + "/") && name.split("/", -1).length > 2);
  }

  private static boolean isSplitFolder(String name) {
    return name.equalsIgnoreCase(TRAIN) || name.equalsIgnoreCase(TEST);
  }
}
