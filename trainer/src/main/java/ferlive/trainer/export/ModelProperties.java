package ferlive.trainer.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a model says of itself, as a map. */
final class ModelProperties {
  private ModelProperties() {}

  /** The entries in the order of the file. */
  static Map<String, String> of(ModelProto model) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (StringStringEntryProto entry : model.getMetadataPropsList()) {
      entries.put(entry.getKey(), entry.getValue());
    }
    return entries;
  }

  /** Replaces all entries. */
  static void set(ModelProto.Builder model, Map<String, String> entries) {
    model.clearMetadataProps();
    entries.forEach(
        (key, value) ->
            model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
  }
}
