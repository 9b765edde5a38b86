package ferlive.trainer.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What an ensemble says of itself. */
public final class EnsembleMetadata {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> OF_ONE_TRAINING =
      List.of(
          "fer.metric.",
          "fer.train.seed",
          "fer.train.epoch",
          "fer.train.recipe",
          TrainingHistory.KEY);

  private EnsembleMetadata() {}

  /**
   * The entries: what all members say alike, sums of their sizes, and who they are.
   *
   * @param views of each face that every member sees
   * @param command that makes the ensemble again
   * @param tool name and version of the program
   * @throws ferlive.trainer.error.TrainerException with MODEL when a member has other labels or
   *     another crop than the first, or does not tell its size
   */
  public static Map<String, String> of(
      List<EnsembleMember> members, Views views, String command, LocalDate day, String tool) {
    Map<String, String> entries = new LinkedHashMap<>(members.get(0).metadata());
    for (EnsembleMember member : members) {
      checkAlike(member, members.get(0));
      entries.entrySet().retainAll(member.metadata().entrySet());
    }
    entries.keySet().removeIf(key -> OF_ONE_TRAINING.stream().anyMatch(key::startsWith));
    entries.put("fer.arch", "ensemble");
    entries.put("fer.params", Long.toString(sum(members, "fer.params")));
    entries.put(
        "fer.multiply-adds", Long.toString(views.count() * sum(members, "fer.multiply-adds")));
    entries.put("fer.train.command", command);
    entries.put("fer.ensemble.members", membersJson(members));
    entries.put("fer.ensemble.mirrored", Boolean.toString(views.mirrored()));
    entries.put("fer.ensemble.closer", Boolean.toString(views.closer()));
    entries.put("fer.temperature", "1.0");
    faceThreshold(members).ifPresent(value -> entries.put(FaceThreshold.KEY, value));
    entries.put("fer.created", day.toString());
    entries.put("fer.tool", tool);
    entries.put("fer.license", licence(members));
    return entries;
  }

  private static void checkAlike(EnsembleMember member, EnsembleMember first) {
    for (String key : List.of("fer.labels", "fer.crop.side")) {
      if (!Objects.equals(member.metadata().get(key), first.metadata().get(key))) {
        throw EnsembleMember.refused(
            member.file(), "has another " + key + " than " + first.file(), null);
      }
    }
    if (member.side() != first.side()) {
      throw EnsembleMember.refused(
          member.file(), "has another input size than " + first.file(), null);
    }
  }

  private static long sum(List<EnsembleMember> members, String key) {
    long sum = 0;
    for (EnsembleMember member : members) {
      try {
        sum += Long.parseLong(String.valueOf(member.metadata().get(key)));
      } catch (NumberFormatException e) {
        throw EnsembleMember.refused(member.file(), "does not tell its " + key, e);
      }
    }
    return sum;
  }

  /** The mean of the members', as their answers are averaged; empty where none has one. */
  private static Optional<String> faceThreshold(List<EnsembleMember> members) {
    List<Double> values = new ArrayList<>();
    for (EnsembleMember member : members) {
      String value = member.metadata().get(FaceThreshold.KEY);
      try {
        if (value != null) {
          values.add(Double.parseDouble(value));
        }
      } catch (NumberFormatException e) {
        throw EnsembleMember.refused(
            member.file(), "has a " + FaceThreshold.KEY + " that is no number", e);
      }
    }
    OptionalDouble mean = values.stream().mapToDouble(Double::doubleValue).average();
    return mean.isPresent()
        ? Optional.of(String.format(Locale.ROOT, "%.4f", mean.getAsDouble()))
        : Optional.empty();
  }

  /** As SPDX writes licences that all hold. */
  private static String licence(List<EnsembleMember> members) {
    return members.stream()
        .map(member -> member.metadata().getOrDefault("fer.license", "NOASSERTION"))
        .distinct()
        .collect(Collectors.joining(" AND "));
  }

  private static String membersJson(List<EnsembleMember> members) {
    ArrayNode list = JSON.createArrayNode();
    for (EnsembleMember member : members) {
      list.addObject()
          .put("file", member.file())
          .put("sha256", member.sha256())
          .put("arch", member.metadata().get("fer.arch"));
    }
    try {
      return JSON.writeValueAsString(list);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that is no JSON", e);
    }
  }
}
