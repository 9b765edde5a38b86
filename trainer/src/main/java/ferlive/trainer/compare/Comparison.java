package ferlive.trainer.compare;

import ferlive.trainer.backend.Machine;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.data.Split;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.evaluate.EvaluationReport;
import ferlive.trainer.evaluate.EvaluationReport.Subject;
import ferlive.trainer.evaluate.Evaluator;
import ferlive.trainer.evaluate.OnnxClassifier;
import ferlive.trainer.metrics.Evaluation;
import ferlive.trainer.metrics.McNemar;
import ferlive.trainer.train.Prediction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * Models on the same faces.
 *
 * @param machine what the times were measured on
 * @param models in the order given, at least one
 */
public record Comparison(String machine, List<ComparedModel> models) {
  /**
   * Two models held against each other.
   *
   * @param first index of one
   * @param second index of the other, above the first
   * @param test whether they differ
   */
  public record Pair(int first, int second, McNemar test) {}

  public Comparison {
    models = List.copyOf(models);
  }

  /**
   * Measures all models.
   *
   * @param data the data set, as the user gave it
   * @param open gives the whole data set in the size and with the labels of a model
   * @throws TrainerException with MODEL when the models have not the same labels
   */
  public static Comparison of(
      List<Candidate> candidates,
      String data,
      Set<Split> splits,
      Function<OnnxClassifier, FaceDataset> open) {
    checkLabels(candidates);
    Map<Integer, Evaluator> evaluators = new HashMap<>();
    for (Candidate candidate : candidates) {
      evaluators.computeIfAbsent(
          candidate.classifier().side(),
          side -> Evaluator.of(open.apply(candidate.classifier()), splits));
    }
    List<Double> millis = Speed.millisPerFace(candidates, side -> evaluators.get(side).faces());
    List<String> names = names(candidates);
    List<ComparedModel> models = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Candidate candidate = candidates.get(i);
      Evaluator evaluator = evaluators.get(candidate.classifier().side());
      models.add(model(candidate, names.get(i), evaluator, data, millis.get(i)));
    }
    return new Comparison(Machine.describe(), models);
  }

  private static void checkLabels(List<Candidate> candidates) {
    List<String> labels = candidates.get(0).classifier().labels();
    for (Candidate candidate : candidates) {
      if (!candidate.classifier().labels().equals(labels)) {
        throw new TrainerException(
            ExitCode.MODEL,
            candidate.given() + " has other labels than " + candidates.get(0).given());
      }
    }
  }

  /** Short names, or what the user typed where those are not distinct, numbered where need be. */
  private static List<String> names(List<Candidate> candidates) {
    List<String> names = candidates.stream().map(Candidate::name).toList();
    Set<String> seen = new HashSet<>();
    List<String> distinct = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      boolean alone = names.indexOf(names.get(i)) == names.lastIndexOf(names.get(i));
      String name = alone ? names.get(i) : candidates.get(i).given();
      distinct.add(seen.add(name) ? name : name + " (" + (i + 1) + ")");
    }
    return distinct;
  }

  private static ComparedModel model(
      Candidate candidate, String name, Evaluator evaluator, String data, double millis) {
    OnnxClassifier classifier = candidate.classifier();
    FaceDataset faces = evaluator.faces();
    Subject subject =
        new Subject(candidate.given(), candidate.sha256(), data, faces.sha256(), evaluator.split());
    float[][] probabilities = classifier.probabilities(faces);
    EvaluationReport report = evaluator.report(classifier, subject, false, probabilities);
    return new ComparedModel(
        name,
        report,
        Evaluation.right(probabilities, Prediction.truth(faces)),
        new ComparedModel.Cost(
            millis,
            number(classifier, "fer.multiply-adds"),
            number(classifier, "fer.params"),
            candidate.bytes()),
        candidate.history());
  }

  private static OptionalLong number(OnnxClassifier classifier, String key) {
    try {
      return classifier.metadata(key).stream().mapToLong(Long::parseLong).findFirst();
    } catch (NumberFormatException e) {
      // A stranger's model may say what it likes.
      return OptionalLong.empty();
    }
  }

  /** The figures' subject: data and split are the same in all. */
  Subject subject() {
    return models.get(0).report().subject();
  }

  /** Every model against every later one. */
  List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      for (int j = i + 1; j < models.size(); j++) {
        pairs.add(new Pair(i, j, McNemar.of(models.get(i).right(), models.get(j).right())));
      }
    }
    return pairs;
  }
}
