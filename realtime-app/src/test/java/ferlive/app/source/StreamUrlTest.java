package ferlive.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamUrlTest {
  @ParameterizedTest
  @CsvSource({
    "rtsp://me:secret@cam:554/a, rtsp://***@cam:554/a",
    "rtsp://me:p@ss@cam/a, rtsp://***@cam/a",
    "http://cam/video?user=me&pwd=x&size=1, http://cam/video?user=***&pwd=***&size=1",
    "http://cam/a?access_token=abc, http://cam/a?access_token=***",
    "http://cam/video.mjpg, http://cam/video.mjpg",
    "rtsp://me:sec/ret@cam/a, rtsp://***@cam/a",
    "rtsp://me:sec#re?t@cam/a, rtsp://***@cam/a",
    "rtsp://me:1sec/r@et@cam/a, rtsp://***@cam/a",
    "http://cam:80/a@b, http://cam:80/a@b",
    "http://cam:80?mail=a@b, http://cam:80?mail=a@b",
    "http://[::1]:80/a@b, http://[::1]:80/a@b",
    "http://cam/a@b, http://cam/a@b"
  })
  void masked_hidesCredentials(String url, String masked) {
    assertThat(new StreamUrl(url).masked()).isEqualTo(masked);
  }

  @Test
  void constructor_refusesOtherSchemesWithoutShowingTheRest() {
    assertThatThrownBy(() -> new StreamUrl("ftp://me:secret@host/x"))
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("ftp")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource({"http://a, true", "clip.mp4, false", "C:\\a.mp4, false", "a:b.mp4, false"})
  void isUrl_wantsAScheme(String spec, boolean url) {
    assertThat(StreamUrl.isUrl(spec)).isEqualTo(url);
  }
}
