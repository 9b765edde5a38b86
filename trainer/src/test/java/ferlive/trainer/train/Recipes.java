package ferlive.trainer.train;

import ferlive.trainer.augment.Augmentation;

/** Recipes for trainings that end within seconds. */
final class Recipes {
  private Recipes() {}

  /** Everything that draws at random is on: dropout, augmentation, shuffling. */
  static Recipe small(int epochs) {
    Augmentation augmentation = new Augmentation(0, 0.05, 0.05, 3, 0.1, 0.1, 0.1);
    return new Recipe(epochs, 8, 0.02, 0.5, 0.9, 1e-4, 0.1, 0.2, 0.8, augmentation, 7);
  }
}
