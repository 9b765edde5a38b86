package ferlive.trainer.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.trainer.train.EpochReport;
import java.util.List;

/** The epochs of a training as an entry of a model, so that its curves can be drawn from it. */
public final class TrainingHistory {
  /** Name of the entry. */
  public static final String KEY = "fer.train.history";

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private TrainingHistory() {}

  static String json(List<EpochReport> history) {
    try {
      return JSON.writeValueAsString(history);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records that are no JSON", e);
    }
  }

  /** The epochs; none where the entry is not understood, for curves are no reason to fail. */
  public static List<EpochReport> read(String json) {
    try {
      List<EpochReport> history = JSON.readValue(json, new TypeReference<List<EpochReport>>() {});
      return history == null || history.contains(null) ? List.of() : history;
    } catch (JsonProcessingException e) {
      return List.of();
    }
  }
}
