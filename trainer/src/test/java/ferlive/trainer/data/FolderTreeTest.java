package ferlive.trainer.data;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTreeTest {
  private static final byte[] BYTES = "some bytes".getBytes(US_ASCII);

  @TempDir Path temp;

  @BeforeEach
  void fill() throws Exception {
    Pictures.folder(
        temp,
        Map.of("sad/b.jpg", BYTES, "sad/a.jpg", BYTES, "sad/.DS_Store", BYTES, ".x/y", BYTES));
  }

  @Test
  void names_areSortedAndWithoutLitter() throws Exception {
    try (FolderTree tree = FolderTree.list(temp)) {
      assertThat(tree.names()).containsExactly("sad/a.jpg", "sad/b.jpg");
      assertThat(tree.place("sad/a.jpg")).isEqualTo(temp.resolve("sad/a.jpg").toString());
      assertThat(tree.read("sad/a.jpg")).isEqualTo(BYTES);
    }
  }

  @Test
  void fingerprint_changesWithTheTimeOfAFileAndTheHashDoesNot() throws Exception {
    FolderTree before = FolderTree.list(temp);
    Files.setLastModifiedTime(temp.resolve("sad/a.jpg"), FileTime.fromMillis(1));
    FolderTree after = FolderTree.list(temp);

    assertThat(after.fingerprint()).isNotEqualTo(before.fingerprint());
    assertThat(after.sha256()).isEqualTo(before.sha256());
  }

  @Test
  void sha256_changesWithNamesAndContents() throws Exception {
    String before = FolderTree.list(temp).sha256();
    Files.writeString(temp.resolve("sad/a.jpg"), "same bytes");
    String changed = FolderTree.list(temp).sha256();
    Files.move(temp.resolve("sad/a.jpg"), temp.resolve("sad/c.jpg"));

    assertThat(changed).isNotEqualTo(before);
    assertThat(FolderTree.list(temp).sha256()).isNotIn(before, changed);
  }

  @Test
  void read_refusesALinkToNowhere() throws Exception {
    Path link = temp.resolve("sad/link.jpg");
    try {
      Files.createSymbolicLink(link, Path.of("nowhere"));
    } catch (UnsupportedOperationException | IOException e) {
      assumeThat(e).as("this system makes no symbolic links").isNull();
    }

    FolderTree tree = FolderTree.list(temp);

    assertThat(tree.names()).contains("sad/link.jpg");
    assertThat(tree.sha256()).hasSize(64);
    assertThatThrownBy(() -> tree.read("sad/link.jpg"))
        .isInstanceOf(BadSampleException.class)
        .hasMessage("not a regular file");
  }
}
