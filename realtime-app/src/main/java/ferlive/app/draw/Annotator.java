package ferlive.app.draw;

import ferlive.app.result.FaceResult;
import ferlive.app.view.View;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Gives pictures with everything drawn on them, in their own size.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: borrows pictures; owns one Java
 * image, which is used again for every picture of the same size.
 */
public final class Annotator implements AutoCloseable {
  private final Overlay overlay;
  private final FaceBlur blur = new FaceBlur();
  private final Mat copy = new Mat();
  private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR);
  private Graphics2D graphics = image.createGraphics();

  /**
   * @param labels of the model, in the order of its scores
   */
  public Annotator(List<String> labels) {
    this.overlay = new Overlay(labels);
  }

  /**
   * Draws on a copy of a picture.
   *
   * @param picture 8-bit BGR
   * @param recording whether the picture is recorded, which is drawn on it
   * @return an image of type 3BYTE_BGR, valid until the next call; borrowed
   */
  public BufferedImage annotate(Mat picture, List<FaceResult> faces, View view, boolean recording) {
    plain(picture, faces, view);
    Placement asIs = Placement.asIs(image.getWidth(), image.getHeight());
    overlay.draw(graphics, asIs, faces, view, recording);
    return image;
  }

  /** The same on a picture itself, 8-bit BGR without gaps between its rows. */
  public void paint(Mat picture, List<FaceResult> faces, View view, boolean recording) {
    annotate(picture, faces, view, recording);
    picture.data().put(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
  }

  /** The same without anything drawn; faces are blurred where the view wants that. */
  public BufferedImage plain(Mat picture, List<FaceResult> faces, View view) {
    if (image.getWidth() != picture.cols() || image.getHeight() != picture.rows()) {
      graphics.dispose();
      image = new BufferedImage(picture.cols(), picture.rows(), BufferedImage.TYPE_3BYTE_BGR);
      graphics = image.createGraphics();
    }
    Mat source = picture;
    if (view.blurred() || !picture.isContinuous()) {
      picture.copyTo(copy);
      source = copy;
    }
    if (view.blurred()) {
      blur.blur(copy, faces);
    }
    source.data().get(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    return image;
  }

  @Override
  public void close() {
    graphics.dispose();
    copy.close();
    blur.close();
  }
}
