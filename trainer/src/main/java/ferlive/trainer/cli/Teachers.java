package ferlive.trainer.cli;

import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.evaluate.Classifier;
import ferlive.trainer.train.TeacherAnswers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Asks networks what they see in the training faces. */
final class Teachers {
  private Teachers() {}

  /**
   * The mean of what all say of each face and of its mirror image. A teacher of another input size
   * is shown the faces in its own.
   *
   * @param models ONNX files or checkpoints, at least one
   * @param threads for one operator
   * @param news told of each before it is asked: that takes up to a minute
   * @throws TrainerException with INPUT when one knows other labels
   */
  static TeacherAnswers ask(
      List<Path> models, FaceDataset faces, int threads, Consumer<String> news) {
    float[][] mean = new float[faces.size()][faces.labels().size()];
    for (int i = 0; i < models.size(); i++) {
      Path model = models.get(i);
      news.accept(
          "teacher   %d of %d, %s, sees the faces"
              .formatted(i + 1, models.size(), model.getFileName()));
      try (Classifier teacher = Classifier.open(model, threads)) {
        if (!teacher.labels().equals(faces.labels())) {
          throw new TrainerException(
              ExitCode.INPUT, "the teacher " + model + " knows other labels than the faces have");
        }
        FaceDataset seen = teacher.side() == faces.side() ? faces : faces.resized(teacher.side());
        add(mean, teacher.probabilities(seen), 0.5f / models.size());
        add(mean, teacher.probabilities(seen.mirrored()), 0.5f / models.size());
      }
    }
    return new TeacherAnswers(mean);
  }

  private static void add(float[][] sum, float[][] values, float share) {
    for (int i = 0; i < sum.length; i++) {
      for (int k = 0; k < sum[i].length; k++) {
        sum[i][k] += share * values[i][k];
      }
    }
  }
}
