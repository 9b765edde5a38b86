package ferlive.trainer.train;

import ferlive.trainer.augment.Augmentation;
import ferlive.trainer.augment.Degradation;
import ferlive.trainer.train.Optimizer.Method;
import java.util.List;

/** Recipes for trainings that end within seconds. */
final class Recipes {
  private Recipes() {}

  /** Everything that draws at random is on: dropout, augmentation, shuffling. */
  static Recipe small(int epochs) {
    Degradation degradation = new Degradation(0.1, 0.1, 0.1, 0.1);
    Augmentation augmentation = new Augmentation(0, 0.05, 0.05, 3, 0.1, 0.1, 0.1, degradation);
    Optimizer optimizer = new Optimizer(Method.NESTEROV, 0.02, 0.5, 0.9, 1e-4);
    Targets targets = Targets.labels(0.1);
    return new Recipe(
        epochs, 8, 7, 1, optimizer, targets, 0.2, 0.8, augmentation, FaceOrNot.none(), List.of());
  }

  /** Neither augmentation nor smoothing. */
  static Recipe plain(int batchSize, Targets targets) {
    Optimizer optimizer = new Optimizer(Method.NESTEROV, 0.1, 0, 0.9, 0);
    return new Recipe(
        1,
        batchSize,
        1,
        1,
        optimizer,
        targets,
        0,
        0.9,
        Augmentation.none(),
        FaceOrNot.none(),
        List.of());
  }
}
