package ferlive.trainer.train;

import ferlive.trainer.data.CrowdVotes;
import java.util.Optional;

/** Writes what a network is to answer for a face, from its label, a teacher and the crowd. */
final class TargetMaker {
  private final Supervision supervision;
  private final Optional<TeacherAnswers> teacher;
  private final Targets targets;
  private final int classes;

  /** Of ten people. */
  private static final float VOTERS = 10;

  TargetMaker(Supervision supervision, Targets targets) {
    if (targets.teacher() > 0 && supervision.teacher().isEmpty()) {
      throw new IllegalArgumentException("the recipe needs a teacher");
    }
    if (targets.votes() > 0 && supervision.votes().isEmpty()) {
      throw new IllegalArgumentException("the recipe needs crowd votes");
    }
    this.supervision = supervision;
    this.targets = targets;
    this.classes = supervision.faces().labels().size();
    this.teacher =
        targets.teacher() > 0
            ? supervision.teacher().map(answers -> answers.softened(targets.temperature()))
            : Optional.empty();
  }

  /** Number of values that {@link #votes} writes for a face, 0 where there are none. */
  int votesSize() {
    return targets.votes() > 0 ? CrowdVotes.NAMES.size() : 0;
  }

  /** Adds {@code share} times the target distribution of a face. */
  void labels(int face, float share, float[] out, int to) {
    float own = share * (float) (1 - targets.teacher());
    float rest = own * (float) (targets.labelSmoothing() / classes);
    for (int k = 0; k < classes; k++) {
      out[to + k] += rest;
      if (teacher.isPresent()) {
        out[to + k] += share * (float) targets.teacher() * teacher.get().probability(face, k);
      }
    }
    out[to + supervision.faces().label(face)] += own * (float) (1 - targets.labelSmoothing());
  }

  /** Adds {@code share} times the crowd's distribution; nothing where nobody voted. */
  void votes(int face, float share, float[] out, int to) {
    float[] distributions = supervision.votes().orElseThrow().distributions();
    for (int k = 0; k < votesSize(); k++) {
      out[to + k] += share * distributions[face * votesSize() + k];
    }
  }

  /** How much of a face it is, 0..1: what people said, 1 where nobody was asked. */
  float face(int face) {
    return supervision.votes().map(votes -> 1 - votes.notFace(face) / VOTERS).orElse(1f);
  }
}
