package ferlive.app.web;

import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import ferlive.app.frame.Box;
import ferlive.app.frame.Jpeg;
import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import ferlive.app.view.View;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Makes what a page gets of a picture: mirrored if wanted, drawn on, not larger than a page shows
 * it. <b>Threading</b>: confined to one thread. <b>Ownership</b>: owns one picture, borrows others.
 */
final class PictureArtist implements AutoCloseable {
  private static final int WIDEST = 1280;
  private static final int QUALITY = 80;
  private static final int MIRROR = 1;

  private final Painter painter;
  private final Supplier<String> status;
  private final PictureMessage message;
  private final Mat small = new Mat();

  PictureArtist(List<String> labels, Painter painter, Supplier<String> status) {
    this.painter = painter;
    this.status = status;
    this.message = new PictureMessage(labels);
  }

  /** Draws on the picture and gives it with its result. */
  byte[] draw(Mat picture, String source, FrameResult result, View view) {
    List<FaceResult> faces = result.faces();
    if (view.mirrored()) {
      flip(picture, picture, MIRROR);
      faces = faces.stream().map(face -> mirrored(face, picture.cols())).toList();
    }
    painter.paint(picture, faces, view);
    byte[] jpeg = Jpeg.encode(fitting(picture), QUALITY);
    return message.of(source, result, view, status.get(), jpeg);
  }

  private Mat fitting(Mat picture) {
    if (picture.cols() <= WIDEST) {
      return picture;
    }
    int height = Math.max(1, picture.rows() * WIDEST / picture.cols());
    try (Size size = new Size(WIDEST, height)) {
      resize(picture, small, size, 0, 0, INTER_AREA);
    }
    return small;
  }

  private static FaceResult mirrored(FaceResult face, int width) {
    Box box = face.box();
    return face.withBox(new Box(width - box.x() - box.width(), box.y(), box.width(), box.height()));
  }

  @Override
  public void close() {
    small.close();
    painter.close();
  }
}
