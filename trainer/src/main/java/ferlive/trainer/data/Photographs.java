package ferlive.trainer.data;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Pictures in which there is no face, kept in memory. Immutable, for any thread. */
public final class Photographs {
  private static final int MIN_PATCH = 24;

  /** Longer side of a picture that is kept: enough for patches, and a megabyte at most. */
  private static final int LONGEST = 1280;

  private final List<GrayPicture> pictures;
  private final String sha256;

  private Photographs(List<GrayPicture> pictures, String sha256) {
    this.pictures = List.copyOf(pictures);
    this.sha256 = sha256;
  }

  /**
   * Reads all pictures below a folder.
   *
   * @throws TrainerException with {@link ExitCode#INPUT} when there is none, or one is damaged
   */
  public static Photographs read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new TrainerException(ExitCode.INPUT, folder + ": is no folder of photographs");
    }
    List<GrayPicture> pictures = new ArrayList<>();
    try (FolderTree tree = FolderTree.list(folder)) {
      for (String name : tree.names()) {
        if (PictureDecoder.isPicture(name)) {
          GrayPicture picture = decode(tree, name).atMost(LONGEST);
          if (Math.min(picture.width(), picture.height()) >= MIN_PATCH) {
            pictures.add(picture);
          }
        }
      }
      if (pictures.isEmpty()) {
        throw new TrainerException(ExitCode.INPUT, folder + ": holds no photographs");
      }
      return new Photographs(pictures, tree.sha256());
    } catch (IOException e) {
      throw new TrainerException(ExitCode.INPUT, folder + ": cannot be read", e);
    }
  }

  private static GrayPicture decode(FolderTree tree, String name) {
    try {
      return PictureDecoder.decode(tree.read(name));
    } catch (BadSampleException e) {
      throw new TrainerException(ExitCode.INPUT, tree.place(name) + ": " + e.getMessage(), e);
    }
  }

  /** Hash over names and contents of all files of the folder, 64 hex digits. */
  public String sha256() {
    return sha256;
  }

  /** A part of one picture, small or large, as {@code side * side} gray levels. */
  public byte[] patch(int side, RandomGenerator random) {
    GrayPicture picture = pictures.get(random.nextInt(pictures.size()));
    int most = Math.min(picture.width(), picture.height());
    int size =
        (int) Math.round(Math.exp(random.nextDouble(Math.log(MIN_PATCH), Math.log(most + 0.5))));
    size = Math.min(size, most);
    int left = random.nextInt(picture.width() - size + 1);
    int top = random.nextInt(picture.height() - size + 1);
    return picture.crop(left, top, size).toSquare(side);
  }
}
