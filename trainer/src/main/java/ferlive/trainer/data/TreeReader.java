package ferlive.trainer.data;

import ferlive.trainer.error.TrainerException;
import java.util.ArrayList;
import java.util.List;

/** Reads the pictures of a folder or zip. */
final class TreeReader {
  private final FileTree tree;
  private final DatasetOptions options;
  private final ProblemLog problems;
  private final TreeLayout layout;
  private final List<String> pictures = new ArrayList<>();

  TreeReader(FileTree tree, DatasetOptions options, ProblemLog problems) {
    this.tree = tree;
    this.options = options;
    this.problems = problems;
    for (String name : tree.names()) {
      if (PictureDecoder.isPicture(name)) {
        pictures.add(name);
      } else {
        problems.passOver(tree.place(name), "not a picture, passed over");
      }
    }
    layout = TreeLayout.of(tree, pictures, options.labels());
  }

  DatasetForm form() {
    return layout.form();
  }

  /**
   * Reads all pictures, in the order of their paths.
   *
   * @throws TrainerException at a folder that is no class
   */
  FaceCollector read() {
    FaceCollector faces = new FaceCollector(options.side(), pictures.size());
    for (String picture : pictures) {
      try {
        TreeLayout.Place place = layout.place(picture);
        byte[] face = PictureDecoder.decode(tree.read(picture)).toSquare(options.side());
        faces.add(face, place.label(), place.split(), place.name());
      } catch (BadSampleException e) {
        problems.leaveOut(tree.place(picture), e.getMessage());
      }
    }
    return faces;
  }
}
