package ferlive.trainer.train;

/**
 * A file that a training needs beside the faces.
 *
 * @param role what it is for
 * @param name of the file, without folders
 * @param sha256 of its content, in hex
 */
public record RecipeInput(Role role, String name, String sha256) {
  /** What a file is for. */
  public enum Role {
    /** Crowd votes, CSV. */
    VOTES,
    /** A network whose answers are learned, ONNX. */
    TEACHER,
    /** A folder of photographs without people; its hash is over all files. */
    PHOTOGRAPHS,
    /** A trained network whose weights are the first ones, checkpoint or ONNX. */
    INITIAL
  }
}
