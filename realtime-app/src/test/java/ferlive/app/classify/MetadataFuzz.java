package ferlive.app.classify;

import ferlive.app.error.AppException;
import ferlive.app.fuzz.Messages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** What models say of themselves: labels in the first line, the crop in the second. */
public final class MetadataFuzz {
  private MetadataFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    String[] lines = new String(data, StandardCharsets.UTF_8).split("\n", 2);
    ContractReader reader = new ContractReader(Path.of("model.onnx"));
    try {
      reader.labels(Map.of("fer.labels", lines[0])).forEach(Messages::check);
      reader.cropSide(Map.of("fer.crop.side", lines[lines.length - 1]));
    } catch (AppException e) {
      Messages.check(e.getMessage());
    }
  }
}
