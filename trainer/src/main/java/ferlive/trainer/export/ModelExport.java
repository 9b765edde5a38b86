package ferlive.trainer.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ferlive.trainer.data.Sha256;
import ferlive.trainer.output.OutputFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A model written as a file.
 *
 * @param bytes size of the file
 * @param sha256 of the file
 */
public record ModelExport(int bytes, String sha256) {
  /**
   * Writes the model and, when asked, its entry in a manifest.
   *
   * @param manifest list to enter the model in; the model must stand beside it
   * @throws ferlive.trainer.error.TrainerException with OUTPUT when a file cannot be written, with
   *     INPUT when the manifest cannot be read; then nothing is written
   */
  public static ModelExport write(
      ModelProto model, Path file, Optional<Path> manifest, LocalDate day) {
    // Before the model is replaced: one that its list does not match would be refused.
    manifest.ifPresent(ModelManifest::check);
    byte[] bytes = model.toByteArray();
    OutputFile.write(file, ByteBuffer.wrap(bytes));
    manifest.ifPresent(
        list ->
            ModelManifest.put(
                list, file.getFileName().toString(), bytes, ModelProperties.of(model), day));
    return new ModelExport(bytes.length, Sha256.of(bytes));
  }
}
