package ferlive.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCacheTest {
  private static final Path HOME = Path.of("/people/ada");

  @TempDir private Path top;

  @Test
  void folder_keepsToTheConventionOfTheSystem() {
    assertThat(NativeCache.folder(Map.of(), "Linux", HOME))
        .isEqualTo(HOME.resolve(".cache/ferlive/natives"));
    assertThat(NativeCache.folder(Map.of("XDG_CACHE_HOME", "/fast"), "Linux", HOME))
        .isEqualTo(Path.of("/fast/ferlive/natives"));
    assertThat(NativeCache.folder(Map.of("XDG_CACHE_HOME", "relative"), "Linux", HOME))
        .isEqualTo(HOME.resolve(".cache/ferlive/natives"));
    assertThat(NativeCache.folder(Map.of(), "Mac OS X", HOME))
        .isEqualTo(HOME.resolve("Library/Caches/ferlive/natives"));
    assertThat(NativeCache.folder(Map.of("LOCALAPPDATA", "/local"), "Windows 11", HOME))
        .isEqualTo(Path.of("/local/ferlive/natives"));
  }

  @Test
  void own_isClosedToOthersAlsoWhenItWasOpen() throws IOException {
    assumeTrue(
        top.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "skipped: no POSIX permissions on this system");
    Path open = Files.createDirectory(top.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(NativeCache.own(open)).contains(open);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
        .isEqualTo("rwx------");
  }

  @Test
  void own_isAFreshFolderWhereThereIsAFileInTheWay() throws IOException {
    Path file = Files.createFile(top.resolve("file"));

    Path fresh = NativeCache.own(file.resolve("natives")).orElseThrow();

    assertThat(fresh).isEmptyDirectory();
    Files.delete(fresh);
  }
}
