package ferlive.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.testing.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NoNativeLeaks
class FolderSourceTest {
  private final List<String> notices = new ArrayList<>();
  @TempDir private Path folder;

  @Test
  void next_givesEveryPictureByName() throws IOException {
    Pictures.write(folder.resolve("b.png"), 20, 10);
    Pictures.write(folder.resolve("a.png"), 30, 10);

    try (FrameSource source = Sources.open(folder.toString(), notices::add)) {
      assertThat(source.info().kind()).isEqualTo(SourceKind.PICTURES);
      assertThat(source.info().name()).isEqualTo(folder.toString());
      assertThat(widths(source)).containsExactly(30, 20);
    }
    assertThat(notices).isEmpty();
  }

  @Test
  void next_leavesOutAPictureThatCannotBeReadAndTells() throws IOException {
    Path bad = Files.writeString(folder.resolve("a.jpg"), "text");
    Pictures.write(folder.resolve("b.png"), 20, 10);

    try (FrameSource source = Sources.open(folder.toString(), notices::add)) {
      assertThat(widths(source)).containsExactly(20);
    }
    assertThat(notices).hasSize(1);
    assertThat(notices.get(0)).startsWith(bad + ": not a picture");
  }

  @Test
  void next_failsWhenNoPictureCanBeRead() throws IOException {
    Path bad = Files.writeString(folder.resolve("a.jpg"), "text");

    try (FrameSource source = Sources.open(folder.toString(), notices::add)) {
      assertThatThrownBy(source::next)
          .isInstanceOfSatisfying(
              AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
          .hasMessageContaining(bad.toString());
    }
  }

  private static List<Integer> widths(FrameSource source) {
    List<Integer> widths = new ArrayList<>();
    for (Optional<Frame> next = source.next(); next.isPresent(); next = source.next()) {
      try (Frame frame = next.get()) {
        assertThat(frame.sequence()).isEqualTo(widths.size());
        assertThat(frame.time()).isZero();
        widths.add(frame.width());
      }
    }
    return widths;
  }
}
