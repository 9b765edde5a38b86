package ferlive.trainer.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ferlive.trainer.net.Network;
import ferlive.trainer.output.OutputFile;
import ferlive.trainer.train.CheckpointHeader;
import ferlive.trainer.train.EpochReport;
import ferlive.trainer.train.RunFolder;
import ferlive.trainer.train.TrainedNetwork;
import java.util.Comparator;
import java.util.List;

/**
 * A complete training.
 *
 * @param best the epoch that {@code best.ckpt} holds
 * @param history all epochs
 */
public record TrainingReport(EpochReport best, List<EpochReport> history) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public TrainingReport {
    history = List.copyOf(history);
  }

  /**
   * Chooses the best epoch as the training did: the first of the highest accuracy.
   *
   * @param history at least one epoch
   */
  public static TrainingReport of(List<EpochReport> history) {
    // Of equals, max gives the last, so the later one must count as less.
    Comparator<EpochReport> order =
        Comparator.comparingDouble(EpochReport::accuracy)
            .thenComparing(Comparator.comparingInt(EpochReport::epoch).reversed());
    return new TrainingReport(history.stream().max(order).orElseThrow(), history);
  }

  /**
   * Writes {@code report.json} and {@code curves.png} into the folder of the training.
   *
   * @param backend what it ran on
   * @throws ferlive.trainer.error.TrainerException with OUTPUT when they cannot be written, with
   *     INPUT when the best checkpoint cannot be used
   */
  public void write(RunFolder folder, String backend) {
    TrainedNetwork trained = TrainedNetwork.read(folder.best());
    OutputFile.write(folder.path().resolve("report.json"), json(trained, backend));
    String title = trained.header().spec().architecture() + " on " + trained.header().data().name();
    OutputFile.write(folder.path().resolve("curves.png"), TrainingCurves.png(title, history));
    trained.graph().close();
  }

  private String json(TrainedNetwork trained, String backend) {
    CheckpointHeader header = trained.header();
    Network network = trained.network();
    ObjectNode root = JSON.createObjectNode();
    root.put("network", header.spec().architecture().id());
    root.put("inputSize", header.spec().side());
    root.put("parameters", trained.graph().numParams());
    root.put("multiplyAdds", network.multiplyAdds());
    root.putPOJO("labels", header.labels());
    root.putPOJO("data", header.data());
    root.putPOJO("recipe", header.recipe());
    root.put("backend", backend);
    root.putPOJO("best", best);
    root.putPOJO("history", history);
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records that are no JSON", e);
    }
  }
}
