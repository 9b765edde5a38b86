package ferlive.trainer.train;

import ferlive.trainer.augment.Augmentation;
import ferlive.trainer.net.Head;
import ferlive.trainer.train.RecipeInput.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every hyper-parameter of a training. Stored in the checkpoint and in the model's metadata.
 *
 * @param epochs passes over the training faces, at least 1
 * @param batchSize faces a step, at least 2 (batch normalisation needs two)
 * @param seed of everything random
 * @param replicas of the network that share the faces of a step, each on a core of its own and each
 *     normalising its own share, 1..16
 * @param optimizer how a step is taken
 * @param targets what the network is asked to answer
 * @param dropout probability to drop a feature ahead of the classifier, 0..1
 * @param averageDecay decay a step of the moving average of the weights, which is what is evaluated
 *     and exported, 0..1
 * @param augmentation how faces are changed
 * @param faceOrNot whether it learns what is no face
 * @param inputs files that it needs beside the faces
 */
public record Recipe(
    int epochs,
    int batchSize,
    long seed,
    int replicas,
    Optimizer optimizer,
    Targets targets,
    double dropout,
    double averageDecay,
    Augmentation augmentation,
    FaceOrNot faceOrNot,
    List<RecipeInput> inputs) {
  public Recipe {
    inputs = List.copyOf(inputs);
    // Checkpoints of before do not have them.
    replicas = replicas == 0 ? 1 : replicas;
    faceOrNot = faceOrNot == null ? FaceOrNot.none() : faceOrNot;
    Range.check("epochs", epochs, 1, 10_000);
    Range.check("batch size", batchSize, 2, 4096);
    Range.check("replicas", replicas, 1, Math.min(16, batchSize / 2));
    Range.check("warm-up", optimizer.warmupEpochs(), 0, epochs);
    Range.check("dropout", dropout, 0, 0.95);
    Range.check("average decay", averageDecay, 0, 0.999999);
  }

  /** A plain training on the labels alone, for a number of epochs. */
  public static Recipe standard(int epochs, long seed) {
    return new Recipe(
        epochs,
        64,
        seed,
        1,
        new Optimizer(Optimizer.Method.NESTEROV, 0.05, Math.min(2, epochs / 2.0), 0.9, 5e-4),
        Targets.labels(0.1),
        0.3,
        0.999,
        Augmentation.standard(),
        FaceOrNot.none(),
        List.of());
  }

  /** Careful steps from the weights of a trained network, for a number of epochs. */
  public static Recipe fineTuning(int epochs, long seed) {
    Recipe standard = standard(epochs, seed);
    return standard.withOptimizer(standard.optimizer().withLearningRate(0.01));
  }

  /** The outputs that it trains beside the probabilities. */
  public Set<Head> heads() {
    Set<Head> heads = EnumSet.noneOf(Head.class);
    if (targets.votes() > 0) {
      heads.add(Head.VOTES);
    }
    if (faceOrNot.weight() > 0) {
      heads.add(Head.FACE);
    }
    return heads;
  }

  /**
   * What does not fit together: targets without the file that they are made from, or a file that
   * nothing is made from.
   */
  public Optional<String> contradiction() {
    if (targets.teacher() > 0 != has(Role.TEACHER)) {
      return Optional.of("targets.teacher and an input TEACHER go together");
    }
    if (targets.votes() > 0 && !has(Role.VOTES)) {
      return Optional.of("targets.votes needs an input VOTES");
    }
    if (has(Role.VOTES) && targets.votes() == 0 && faceOrNot.weight() == 0) {
      return Optional.of("neither targets.votes nor faceOrNot uses the input VOTES");
    }
    if (has(Role.PHOTOGRAPHS) && faceOrNot.negatives() == 0) {
      return Optional.of("faceOrNot.negatives leaves no place for the input PHOTOGRAPHS");
    }
    return Optional.empty();
  }

  private boolean has(Role role) {
    return inputs.stream().anyMatch(input -> input.role() == role);
  }

  /** The same for another number of epochs. */
  public Recipe withEpochs(int number) {
    return new Recipe(
        number,
        batchSize,
        seed,
        replicas,
        optimizer.withWarmup(Math.min(optimizer.warmupEpochs(), number / 2.0)),
        targets,
        dropout,
        averageDecay,
        augmentation,
        faceOrNot,
        inputs);
  }

  /** The same with other random numbers. */
  public Recipe withSeed(long other) {
    return new Recipe(
        epochs,
        batchSize,
        other,
        replicas,
        optimizer,
        targets,
        dropout,
        averageDecay,
        augmentation,
        faceOrNot,
        inputs);
  }

  /** The same on another number of cores. */
  public Recipe withReplicas(int number) {
    return new Recipe(
        epochs,
        batchSize,
        seed,
        number,
        optimizer,
        targets,
        dropout,
        averageDecay,
        augmentation,
        faceOrNot,
        inputs);
  }

  /** The same with another optimiser. */
  public Recipe withOptimizer(Optimizer other) {
    return new Recipe(
        epochs,
        batchSize,
        seed,
        replicas,
        other,
        targets,
        dropout,
        averageDecay,
        augmentation,
        faceOrNot,
        inputs);
  }

  /** The same with a file, in place of another of its role. */
  public Recipe withInput(RecipeInput file) {
    List<RecipeInput> files = new ArrayList<>(inputs);
    files.removeIf(other -> other.role() == file.role());
    files.add(file);
    return withTargets(targets, faceOrNot, files);
  }

  /** The same with other targets, and the files that they need. */
  public Recipe withTargets(Targets other, FaceOrNot face, List<RecipeInput> files) {
    return new Recipe(
        epochs,
        batchSize,
        seed,
        replicas,
        optimizer,
        other,
        dropout,
        averageDecay,
        augmentation,
        face,
        files);
  }
}
