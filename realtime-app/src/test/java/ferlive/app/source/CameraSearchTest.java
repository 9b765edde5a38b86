package ferlive.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraSearchTest {
  private final List<String> tried = new ArrayList<>();
  @TempDir private Path devices;

  @Test
  void first_takesTheFirstThatOpensByNumber() throws IOException {
    for (String name : List.of("video10", "video2", "video1", "videoX", "null")) {
      Files.createFile(devices.resolve(name));
    }

    try (FrameSource demo = new DemoSource();
        FrameSource found = CameraSearch.first(devices, spec -> open(spec, "2", demo))) {
      assertThat(found).isSameAs(demo);
    }
    assertThat(tried).containsExactly("1", "2");
  }

  @Test
  void first_tellsWhyTheFirstDoesNotOpen() throws IOException {
    Files.createFile(devices.resolve("video3"));
    Files.createFile(devices.resolve("video4"));

    assertThatThrownBy(() -> CameraSearch.first(devices, spec -> open(spec, "9", null)))
        .isInstanceOf(AppException.class)
        .hasMessage("camera 3 is busy");
    assertThat(tried).containsExactly("3", "4");
  }

  @Test
  void first_hintsAtTheDemoWhenThereIsNone() {
    assertThatThrownBy(() -> CameraSearch.first(devices, spec -> open(spec, "9", null)))
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.SOURCE))
        .hasMessageContaining("--source demo");
  }

  private FrameSource open(String spec, String working, FrameSource source) {
    tried.add(spec);
    if (spec.equals(working)) {
      return source;
    }
    throw new AppException(ExitCode.SOURCE, "camera " + spec + " is busy");
  }
}
