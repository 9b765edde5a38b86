package ferlive.app.web;

import ferlive.app.result.FaceResult;
import ferlive.app.view.View;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/** Draws results on a picture. */
public interface Painter extends AutoCloseable {
  /**
   * Draws what a view wants to be seen.
   *
   * @param picture 8-bit BGR, already mirrored as the faces are where the view wants that; borrowed
   */
  void paint(Mat picture, List<FaceResult> faces, View view);

  /** Frees what it draws with. */
  @Override
  default void close() {}
}
