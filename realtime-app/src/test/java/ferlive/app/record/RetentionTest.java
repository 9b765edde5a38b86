package ferlive.app.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class RetentionTest {
  private static final Instant START = Instant.parse("2026-11-24T12:30:05Z");
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration SHORT = Duration.ofMillis(5);

  @TempDir private Path temporary;
  private final MovingClock clock = new MovingClock();
  private final List<String> faults = new CopyOnWriteArrayList<>();

  /** Stands still until it is moved. */
  private static final class MovingClock extends Clock {
    private volatile Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void file_isDeletedWhenItsTimeHasComeDuringARun() throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("Ferlive"));
    Path file = video(folder);

    try (Retention retention = retention(folder)) {
      assertThat(retention).isNotNull();
      clock.now = START.plus(DAY).minusSeconds(1);
      TimeUnit.MILLISECONDS.sleep(50);
      assertThat(file).exists();

      clock.now = START.plus(DAY).plusSeconds(1);
      await(() -> Files.notExists(file));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void deletion_thatFailsIsToldOnceAndTriedAgain() throws Exception {
    Path folder = Files.createFile(temporary.resolve("Ferlive"));
    clock.now = START.plus(DAY).plusSeconds(1);

    try (Retention retention = retention(folder)) {
      assertThat(retention).isNotNull();
      await(() -> !faults.isEmpty());
      TimeUnit.MILLISECONDS.sleep(50);
      Path other = video(Files.createDirectory(temporary.resolve("other")));
      Files.delete(folder);
      Files.move(other.getParent(), folder);
      await(() -> Files.notExists(folder.resolve(other.getFileName())));
    }
    assertThat(faults).singleElement().asString().contains("old recordings cannot be deleted");
  }

  private Retention retention(Path folder) {
    return new Retention(new RecordingFolder(folder, clock), DAY, SHORT, faults::add);
  }

  private static Path video(Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("ferlive-20261124-123005.mp4"));
    return Files.setLastModifiedTime(file, FileTime.from(START));
  }

  private static void await(BooleanSupplier what) throws InterruptedException {
    while (!what.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
