package ferlive.trainer.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.trainer.net.Network;
import ferlive.trainer.train.CheckpointHeader;
import ferlive.trainer.train.EpochReport;
import ferlive.trainer.train.TrainedNetwork;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a model says of itself, under the {@code fer.} keys of the contract. */
final class ModelMetadata {
  /** Version of the contract. */
  static final String SCHEMA = "1";

  private static final ObjectMapper JSON = new ObjectMapper();

  private ModelMetadata() {}

  /**
   * The entries, in the order in which they are written.
   *
   * @param created day of the export
   * @param tool name and version of the program
   */
  static Map<String, String> of(TrainedNetwork trained, LocalDate created, String tool) {
    CheckpointHeader header = trained.header();
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("fer.schema", SCHEMA);
    entries.put("fer.labels", json(header.labels()));
    entries.put("fer.arch", header.spec().architecture().id());
    entries.put("fer.params", Long.toString(trained.graph().numParams()));
    entries.put("fer.multiply-adds", Long.toString(trained.network().multiplyAdds()));
    entries.put("fer.train.dataset", header.data().name());
    entries.put("fer.train.sha256", header.data().sha256());
    entries.put("fer.train.split", "train");
    entries.put("fer.train.faces", Integer.toString(header.data().faces()));
    entries.put("fer.train.seed", Long.toString(header.recipe().seed()));
    entries.put("fer.train.epochs", Integer.toString(header.recipe().epochs()));
    entries.put("fer.train.recipe", json(header.recipe()));
    entries.put("fer.train.command", command(header));
    putMetrics(entries, header.history(), header.data().chosenBy());
    entries.put("fer.temperature", "1.0");
    entries.put("fer.crop.side", "1.0");
    entries.put("fer.input.mean", Double.toString(Network.MEAN));
    entries.put("fer.input.deviation", Double.toString(Network.DEVIATION));
    entries.put("fer.created", created.toString());
    entries.put("fer.tool", tool);
    entries.put("fer.license", "Apache-2.0");
    return entries;
  }

  private static void putMetrics(
      Map<String, String> entries, List<EpochReport> history, String by) {
    if (history.isEmpty()) {
      return;
    }
    EpochReport last = history.get(history.size() - 1);
    entries.put("fer.train.epoch", Integer.toString(last.epoch()));
    entries.put(TrainingHistory.KEY, TrainingHistory.json(history));
    entries.put("fer.metric." + by + ".accuracy", figure(last.accuracy()));
    entries.put("fer.metric." + by + ".macro-f1", figure(last.macroF1()));
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /**
   * The command that trains this network again, with {@code recipe.json} holding what stands under
   * {@code fer.train.recipe}.
   */
  static String command(CheckpointHeader header) {
    return String.format(
        Locale.ROOT,
        "train --net %s --data %s --recipe recipe.json --input-size %d",
        header.spec().architecture().id(),
        header.data().name(),
        header.spec().side());
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that is no JSON: " + value, e);
    }
  }
}
