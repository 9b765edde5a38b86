package ferlive.trainer.train;

import ferlive.trainer.data.Split;
import ferlive.trainer.net.NetworkSpec;
import java.util.List;

/**
 * What a checkpoint says of itself. The network is rebuilt from {@code spec}: no class is named in
 * a file.
 *
 * @param spec the network
 * @param recipe how it is trained
 * @param data what it is trained on
 * @param labels names of the classes, in the order of the outputs
 * @param step steps done since the start of the training
 * @param lossSum sum of the losses of the running epoch's steps
 * @param history reports of the epochs that are complete
 */
public record CheckpointHeader(
    NetworkSpec spec,
    Recipe recipe,
    DataOrigin data,
    List<String> labels,
    long step,
    double lossSum,
    List<EpochReport> history) {
  public CheckpointHeader {
    labels = List.copyOf(labels);
    history = List.copyOf(history);
    if (labels.size() != spec.classes()) {
      throw new IllegalArgumentException(
          labels.size() + " labels for " + spec.classes() + " classes");
    }
  }

  /**
   * Where the training faces came from.
   *
   * @param name of the file or folder
   * @param sha256 of its content
   * @param faces how many were trained on
   * @param chosenBy name of the faces by which the best epoch is chosen
   */
  public record DataOrigin(String name, String sha256, int faces, String chosenBy) {
    public DataOrigin {
      // Checkpoints of before do not have it.
      chosenBy = chosenBy == null ? Split.PUBLIC_TEST.label() : chosenBy;
    }
  }
}
