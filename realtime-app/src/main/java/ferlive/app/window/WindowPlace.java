package ferlive.app.window;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers where the window was. That is a comfort only: a file that cannot be read or written is
 * passed over.
 *
 * <p><b>Threading</b>: confined to one thread.
 */
final class WindowPlace {
  private static final Logger LOG = LoggerFactory.getLogger(WindowPlace.class);

  /** How much of the window must be on a screen, or nobody could move it. */
  private static final int VISIBLE = 100;

  private final Path file;

  /**
   * @param config the folder of the user's settings
   */
  WindowPlace(Path config) {
    this.file = config.resolve("window.properties");
  }

  /** Where the window was, on the screen that is there; empty where none is any more. */
  Optional<Rectangle> load(List<Rectangle> screens) {
    Properties numbers = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      numbers.load(reader);
      Rectangle place =
          new Rectangle(
              number(numbers, "x"),
              number(numbers, "y"),
              number(numbers, "width"),
              number(numbers, "height"));
      return screens.stream()
          .filter(screen -> isVisible(place.intersection(screen)))
          .findFirst()
          .map(screen -> within(screen, place));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isVisible(Rectangle part) {
    return part.width >= VISIBLE && part.height >= VISIBLE;
  }

  /** Another screen than the last time may be smaller. */
  private static Rectangle within(Rectangle screen, Rectangle place) {
    int width = Math.min(place.width, screen.width);
    int height = Math.min(place.height, screen.height);
    return new Rectangle(
        Math.max(screen.x, Math.min(place.x, screen.x + screen.width - width)),
        Math.max(screen.y, Math.min(place.y, screen.y + screen.height - height)),
        width,
        height);
  }

  private static int number(Properties numbers, String name) {
    return Integer.parseInt(numbers.getProperty(name, ""));
  }

  void save(Rectangle place) {
    Properties numbers = new Properties();
    numbers.setProperty("x", Integer.toString(place.x));
    numbers.setProperty("y", Integer.toString(place.y));
    numbers.setProperty("width", Integer.toString(place.width));
    numbers.setProperty("height", Integer.toString(place.height));
    try {
      Files.createDirectories(file.getParent());
      try (Writer writer = Files.newBufferedWriter(file)) {
        numbers.store(writer, "Where Ferlive's window was");
      }
    } catch (IOException e) {
      LOG.debug("the window's place was not saved", e);
    }
  }
}
