package ferlive.app.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFolderTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:30:05Z");

  @TempDir private Path temporary;
  private Path path;
  private RecordingFolder folder;

  @BeforeEach
  void open() {
    path = temporary.resolve("Ferlive");
    folder = new RecordingFolder(path, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void newVideo_isNamedByItsTimeAndTakesNoNameTwice() throws IOException {
    Path first = folder.newVideo();
    Files.createFile(first);

    assertThat(first).hasFileName("ferlive-20261124-123005.mp4");
    assertThat(folder.newVideo()).hasFileName("ferlive-20261124-123005-2.mp4");
    assertThat(folder.newPicture()).hasFileName("ferlive-20261124-123005.png");
  }

  @Test
  void deleteOlderThan_deletesItsOwnOldFilesOnly() throws IOException {
    Path old = file("ferlive-20261122-000000.mp4", Duration.ofHours(25));
    Path oldPicture = file("ferlive-20261122-000000-2.png", Duration.ofHours(25));
    Path unfinished = file(".ferlive-20261122-000000.png.part", Duration.ofHours(25));
    Path young = file("ferlive-20261124-000000.mp4", Duration.ofHours(23));
    Path foreign = file("holiday.mp4", Duration.ofDays(900));
    Path similar = file("ferlive-20261122-000000.mp4.txt", Duration.ofDays(900));

    assertThat(folder.deleteOlderThan(Duration.ofHours(24))).isEqualTo(3);

    assertThat(unfinished).doesNotExist();
    assertThat(old).doesNotExist();
    assertThat(oldPicture).doesNotExist();
    assertThat(young).exists();
    assertThat(foreign).exists();
    assertThat(similar).exists();
  }

  @Test
  void deleteOlderThan_goesOnAfterAFileThatCannotBeDeleted() throws IOException {
    file("ferlive-20261121-000000.mp4", Duration.ofHours(49));
    Path stuck = file("ferlive-20261122-000000.mp4", Duration.ofHours(25));
    file("ferlive-20261122-000001.mp4", Duration.ofHours(25));
    RecordingFolder partly =
        new RecordingFolder(
            path,
            Clock.fixed(NOW, ZoneOffset.UTC),
            file -> {
              if (file.equals(stuck)) {
                throw new AccessDeniedException(file.toString());
              }
              return Files.deleteIfExists(file);
            });

    assertThatThrownBy(() -> partly.deleteOlderThan(Duration.ofHours(24)))
        .hasMessageContaining("old recordings cannot be deleted");
    assertThat(path).isDirectoryNotContaining(file -> !file.equals(stuck));
    assertThat(stuck).exists();
  }

  @Test
  void deleteOlderThan_followsNoLink() throws IOException {
    Path target = file("holiday.mp4", Duration.ofDays(900));
    Files.createSymbolicLink(path.resolve("ferlive-20261122-000000.mp4"), target);

    assertThat(folder.deleteOlderThan(Duration.ofHours(1))).isZero();
    assertThat(target).exists();
  }

  @Test
  void deleteOlderThan_doesNothingWhereThereIsNoFolder() {
    assertThat(folder.deleteOlderThan(Duration.ofHours(1))).isZero();
    assertThat(path).doesNotExist();
  }

  private Path file(String name, Duration age) throws IOException {
    Files.createDirectories(path);
    Path file = Files.createFile(path.resolve(name));
    Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    return file;
  }
}
