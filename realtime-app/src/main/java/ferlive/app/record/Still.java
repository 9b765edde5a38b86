package ferlive.app.record;

import ferlive.app.draw.Annotator;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.result.FaceResult;
import ferlive.app.sink.OutputFiles;
import ferlive.app.view.View;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
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
   * @throws AppException OUTPUT when it cannot be written
   */
  public void write(Path file, List<String> labels) {
    try (Annotator annotator = new Annotator(labels);
        OutputStream out = OutputFiles.create(file)) {
      BufferedImage image = annotator.annotate(picture, faces, view, false);
      if (!ImageIO.write(image, "png", out)) {
        throw new IOException("there is no PNG writer");
      }
    } catch (IOException e) {
      throw new AppException(
          ExitCode.OUTPUT, file + ": cannot be written (" + OutputFiles.reason(e) + ")", e);
    }
  }

  @Override
  public void close() {
    picture.close();
  }
}
