package ferlive.trainer.train;

import ferlive.trainer.data.CrowdVotes;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.data.Photographs;
import java.util.Optional;

/**
 * Faces to learn from and all that is known of them.
 *
 * <p>Immutable, for any thread.
 *
 * @param faces with their labels
 * @param teacher what another network says of each face, empty where none is asked
 * @param votes what people saw in each face, empty where that is not learned
 * @param photographs without people, empty where none are needed
 */
public record Supervision(
    FaceDataset faces,
    Optional<TeacherAnswers> teacher,
    Optional<CrowdVotes> votes,
    Optional<Photographs> photographs) {
  public Supervision {
    teacher.ifPresent(
        answers -> {
          if (answers.size() != faces.size() || answers.classes() != faces.labels().size()) {
            throw new IllegalArgumentException("the teacher's answers are of other faces");
          }
        });
  }

  /** The labels alone. */
  public static Supervision labels(FaceDataset faces) {
    return new Supervision(faces, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
