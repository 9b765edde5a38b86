package ferlive.trainer.testing;

import ai.onnx.proto.OnnxMl.ModelProto;
import ferlive.trainer.data.Expression;
import ferlive.trainer.export.OnnxExporter;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.net.Head;
import ferlive.trainer.net.Network;
import ferlive.trainer.net.NetworkSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;

/** Networks with the weights that they begin a training with, as ONNX. */
public final class FreshModels {
  /** Width of their input in pixels. */
  public static final int SIDE = 32;

  private FreshModels() {}

  /** A model that differs from others by its network and its seed. */
  public static ModelProto of(Architecture architecture, long seed, Head... heads) {
    NetworkSpec spec =
        new NetworkSpec(architecture, SIDE, Expression.LABELS.size(), 0, Set.of(heads));
    Network network =
        Network.of(spec, new Network.Training(new NoOp(), head -> 1, seed, DataType.FLOAT));
    ComputationGraph graph = new ComputationGraph(network.configuration());
    graph.init();
    ModelProto model = OnnxExporter.export(network, graph, metadata(architecture));
    graph.close();
    return model;
  }

  private static Map<String, String> metadata(Architecture architecture) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("fer.schema", "1");
    entries.put(
        "fer.labels", Expression.LABELS.stream().map(l -> '"' + l + '"').toList().toString());
    entries.put("fer.arch", architecture.id());
    entries.put("fer.params", "100");
    entries.put("fer.multiply-adds", "1000");
    entries.put("fer.train.dataset", "faces.zip");
    entries.put("fer.train.seed", "1");
    entries.put("fer.metric.public.accuracy", "0.6");
    entries.put("fer.temperature", "1.0");
    entries.put("fer.crop.side", "1.0");
    entries.put("fer.license", "Apache-2.0");
    return entries;
  }
}
