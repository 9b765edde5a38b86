package ferlive.trainer.layers;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What DL4J asks of every {@code instantiate}: a layer at work, given its place and its weights.
 */
final class LayerRuns {
  private LayerRuns() {}

  /**
   * Gives a new layer what its network keeps for it.
   *
   * @param layer new and with its configuration, from which the kind of its parameters is read
   * @param listeners of the network
   * @param index of the layer in the network
   * @param parameters view into the network's parameters, {@code null} or empty if it has none
   * @param initialize whether the parameters are to be drawn, instead of taken as they are
   * @return {@code layer}
   */
  static <L extends Layer> L ready(
      L layer,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize) {
    var description = layer.conf().getLayer();
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(description.initializer().init(layer.conf(), parameters, initialize));
    return layer;
  }
}
