package ferlive.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowPlaceTest {
  private static final List<Rectangle> SCREENS =
      List.of(new Rectangle(0, 0, 1920, 1080), new Rectangle(1920, 0, 800, 600));

  @TempDir private Path folder;

  @Test
  void load_givesWhatWasSaved() {
    Rectangle place = new Rectangle(100, 50, 640, 480);
    place(place);

    assertThat(new WindowPlace(config()).load(SCREENS)).contains(place);
  }

  @Test
  void load_fitsTheWindowToASmallerScreen() {
    place(new Rectangle(1800, 100, 1200, 900));

    assertThat(new WindowPlace(config()).load(SCREENS.subList(1, 2)))
        .contains(new Rectangle(1920, 0, 800, 600));
  }

  @Test
  void load_givesNothingWhereNoScreenIsAnyMore() {
    place(new Rectangle(5000, 5000, 640, 480));

    assertThat(new WindowPlace(config()).load(SCREENS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x=1\ny=2", "x=a\ny=0\nwidth=9\nheight=9", "\\uzzzz"})
  void load_passesOverAFileThatIsNoneOfOurs(String text) throws IOException {
    Files.createDirectories(config());
    Files.writeString(config().resolve("window.properties"), text);

    assertThat(new WindowPlace(config()).load(SCREENS)).isEmpty();
  }

  @Test
  void load_givesNothingTheFirstTime() {
    assertThat(new WindowPlace(config()).load(SCREENS)).isEmpty();
    assertThat(config()).doesNotExist();
  }

  private void place(Rectangle place) {
    new WindowPlace(config()).save(place);
  }

  private Path config() {
    return folder.resolve("config");
  }
}
