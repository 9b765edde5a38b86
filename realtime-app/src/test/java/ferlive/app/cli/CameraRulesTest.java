package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.camera.CameraRequest;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.source.FrameSource;
import ferlive.app.testing.TickingSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CameraRulesTest {
  @Test
  void watched_givesUpAfterTheRetriesThatWereAskedFor() {
    AppException unplugged = new AppException(ExitCode.SOURCE, "was unplugged");
    try (FrameSource camera =
        new CameraRules(CameraRequest.ANY, 1)
            .watched(
                TickingSource.failingAfter(0, unplugged),
                "1",
                () -> {
                  throw unplugged;
                })) {
      assertThatThrownBy(camera::next).hasMessageContaining("lost for good after 1 attempts");
    }
  }
}
