package ferlive.app.record;

import ferlive.app.draw.Annotator;
import ferlive.app.result.FaceResult;
import ferlive.app.sink.OutputFiles;
import ferlive.app.view.View;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * One picture with its faces, held to be written as a snapshot.
 *
 * <p><b>Threading</b>: used by one thread at a time. <b>Ownership</b>: owns the picture.
 *
 * @param picture 8-bit BGR
 * @param view that it was seen in
 */
public record Still(Mat picture, List<FaceResult> faces, View view) implements AutoCloseable {
  /**
   * Writes it as PNG with all that is drawn on it, readable by its owner only.
   *
   * @param labels of the model, in the order of its scores
   * @throws ferlive.app.error.AppException OUTPUT when it cannot be written
   */
  public void write(Path file, List<String> labels) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try (Annotator annotator = new Annotator(labels)) {
      if (!ImageIO.write(annotator.annotate(picture, faces, view, false), "png", png)) {
        throw new IllegalStateException("there is no PNG writer");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    OutputFiles.replace(file, png.toByteArray());
  }

  @Override
  public void close() {
    picture.close();
  }
}
