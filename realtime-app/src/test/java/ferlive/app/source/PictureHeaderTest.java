package ferlive.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureHeaderTest {
  static byte[] encoded(String extension, int width, int height) {
    try (Scalar colour = new Scalar(10, 200, 90, 0);
        Mat picture = new Mat(height, width, CV_8UC3, colour);
        BytePointer bytes = new BytePointer()) {
      imencode(extension, picture, bytes);
      byte[] copy = new byte[(int) bytes.limit()];
      bytes.get(copy);
      return copy;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".jpg", ".png", ".bmp", ".tif", ".webp"})
  void read_findsTheSize(String extension) {
    byte[] file = encoded(extension, 333, 21);

    assertThat(PictureHeader.isPicture(Arrays.copyOf(file, PictureHeader.MAGIC_BYTES))).isTrue();
    assertThat(PictureHeader.read(file)).contains(new PictureHeader(333, 21));
  }

  @ParameterizedTest
  @ValueSource(strings = {".jpg", ".png", ".bmp", ".tif", ".webp"})
  void read_survivesEveryCut(String extension) {
    byte[] file = encoded(extension, 40, 30);

    for (int length = 0; length < file.length; length++) {
      assertThat(PictureHeader.read(Arrays.copyOf(file, length)))
          .matches(header -> header.isEmpty() || header.get().pixels() == 1200);
    }
  }

  @Test
  void read_isEmptyForText() {
    byte[] text = "BM is how this sentence begins".getBytes(StandardCharsets.UTF_8);

    assertThat(PictureHeader.isPicture(text)).isFalse();
    assertThat(PictureHeader.read(text)).isEmpty();
  }
}
