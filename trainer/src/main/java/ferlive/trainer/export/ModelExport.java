package ferlive.trainer.export;

import ferlive.trainer.output.OutputFile;
import ferlive.trainer.train.TrainedNetwork;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A network written as a model file.
 *
 * @param bytes size of the file
 * @param sha256 of the file
 */
public record ModelExport(int bytes, String sha256) {
  /**
   * Writes the model and, when asked, its entry in a manifest.
   *
   * @param manifest list to enter the model in; the model must stand beside it
   * @param tool name and version of the program
   * @throws ferlive.trainer.error.TrainerException with OUTPUT when a file cannot be written, with
   *     INPUT when the manifest cannot be read; then nothing is written
   */
  public static ModelExport write(
      TrainedNetwork trained, Path file, Optional<Path> manifest, LocalDate day, String tool) {
    // Before the model is replaced: one that its list does not match would be refused.
    manifest.ifPresent(ModelManifest::check);
    Map<String, String> metadata = ModelMetadata.of(trained, day, tool);
    byte[] model = OnnxExporter.export(trained.network(), trained.graph(), metadata).toByteArray();
    OutputFile.write(file, ByteBuffer.wrap(model));
    manifest.ifPresent(
        list -> ModelManifest.put(list, file.getFileName().toString(), model, metadata, day));
    return new ModelExport(model.length, ModelManifest.sha256(model));
  }
}
