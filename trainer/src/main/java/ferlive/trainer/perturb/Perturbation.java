package ferlive.trainer.perturb;

import ferlive.trainer.data.FaceDataset;

/** One way to change faces. Gives new faces of the same number and size; keeps no state. */
@FunctionalInterface
public interface Perturbation {
  FaceDataset apply(FaceDataset faces);
}
