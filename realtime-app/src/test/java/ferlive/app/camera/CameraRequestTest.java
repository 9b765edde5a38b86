package ferlive.app.camera;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.camera.CameraRequest.PictureSize;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CameraRequestTest {
  private static final CameraRequest REQUEST =
      new CameraRequest(
          Optional.of(new PictureSize(1280, 720)),
          OptionalDouble.of(30),
          Optional.of(PixelFormat.MJPEG));

  @Test
  void difference_isNoneWhereAllIsAsAsked() {
    assertThat(REQUEST.difference(new PictureSize(1280, 720), 29.97, "MJPG")).isEmpty();
  }

  @Test
  void difference_isNoneWhereNothingWasAsked() {
    assertThat(CameraRequest.ANY.difference(new PictureSize(1, 1), 5, "YUYV")).isEmpty();
  }

  @Test
  void difference_isNoneInWhatTheCameraDoesNotTell() {
    assertThat(REQUEST.difference(new PictureSize(1280, 720), 0, "")).isEmpty();
  }

  @Test
  void difference_namesAllThatIsOtherThanAsked() {
    assertThat(REQUEST.difference(new PictureSize(640, 480), 15, "YUYV"))
        .contains(
            "gives 640x480 in place of 1280x720, 15.0 in place of 30.0 frames a second, YUYV in"
                + " place of MJPG");
  }
}
