package ferlive.trainer.data;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZipTreeTest {
  private static final byte[] BYTES = "some bytes".getBytes(US_ASCII);

  @TempDir Path temp;
  private Path zip;

  @BeforeEach
  void name() {
    zip = temp.resolve("evil.zip");
  }

  @ParameterizedTest
  @CsvSource({
    "../x.jpg, the path leads outside",
    "train/../../x.jpg, the path leads outside",
    "train/sad/.., the path leads outside",
    "/etc/x.jpg, the path is absolute",
    "C:/x.jpg, the path is absolute",
    "c:x.jpg, the path is absolute",
    "train\\sad\\x.jpg, the name holds a backslash",
    "train/./x.jpg, the path is not in its shortest form",
    "train//x.jpg, the path is not in its shortest form",
  })
  void open_refusesAnUnsafeName(String name, String reason) throws Exception {
    Pictures.zip(zip, Map.of("train/sad/fine.jpg", BYTES, name, BYTES));

    assertRefused("evil.zip!" + name + ": " + reason);
    assertThat(temp).isDirectoryNotContaining("glob:**x.jpg");
  }

  @Test
  void open_refusesControlCharactersAndDoesNotPrintThem() throws Exception {
    Pictures.zip(zip, Map.of("a\u001b[2J.jpg", BYTES));

    assertRefused("evil.zip!a?[2J.jpg: the name holds a control character");
  }

  @Test
  void open_refusesALongName() throws Exception {
    Pictures.zip(zip, Map.of("a".repeat(256), BYTES));

    assertRefused("evil.zip!" + "a".repeat(80) + ": the name has 256 characters, expected 1..255");
  }

  @Test
  void open_refusesTheSameNameTwice() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("sad/aaaa1.jpg", BYTES);
    files.put("sad/aaaa2.jpg", BYTES);
    Pictures.zip(zip, files);
    Pictures.patch(zip, "aaaa2", "aaaa1");

    assertRefused("evil.zip!sad/aaaa1.jpg: the name occurs twice");
  }

  @Test
  void open_refusesNamesThatDifferInCaseOnly() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("sad/a.jpg", BYTES);
    files.put("SAD/A.jpg", BYTES);
    Pictures.zip(zip, files);

    assertRefused("evil.zip!SAD/A.jpg: the name occurs twice");
  }

  @Test
  void open_refusesABomb() throws Exception {
    Pictures.zip(zip, Map.of("sad/a.jpg", new byte[1_000_000]));

    assertRefused("evil.zip!sad/a.jpg: the entry unpacks to more than 200 times its size");
  }

  @Test
  void open_refusesALargeEntry() throws Exception {
    Pictures.zip(zip, Map.of("sad/a.jpg", BYTES));
    declare(33 << 20, 33 << 20);

    assertRefused("evil.zip!sad/a.jpg: the entry is larger than 33554432 bytes");
  }

  @Test
  void open_refusesALargeTotal() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 70; i++) {
      files.put("sad/" + i + ".jpg", BYTES);
    }
    Pictures.zip(zip, files);
    declare(32 << 20, 32 << 20);

    assertRefused("evil.zip!sad/64.jpg: the archive holds more than 2147483648 bytes");
  }

  @Test
  void open_refusesTooManyEntries() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i <= 100_000; i++) {
      files.put(Integer.toString(i), new byte[0]);
    }
    Pictures.zip(zip, files);

    assertRefused("evil.zip: holds more than 100000 entries");
  }

  @Test
  void open_refusesADamagedArchive() throws Exception {
    Pictures.zip(zip, Map.of("sad/a.jpg", BYTES));
    byte[] whole = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(whole, whole.length - 30));

    assertThatThrownBy(() -> ZipTree.open(zip))
        .isInstanceOf(TrainerException.class)
        .hasMessageStartingWith(zip + ": not a readable zip (");
  }

  @Test
  void read_refusesAnEntryThatHoldsMoreThanItDeclares() throws Exception {
    Pictures.zip(zip, Map.of("sad/a.jpg", BYTES));
    declare(BYTES.length, 4);

    try (ZipTree tree = ZipTree.open(zip)) {
      assertThatThrownBy(() -> tree.read("sad/a.jpg"))
          .isInstanceOf(BadSampleException.class)
          .hasMessage("the entry does not hold the 4 bytes it declares");
    }
  }

  @Test
  void read_refusesAnEntryThatDoesNotMatchItsChecksum() throws Exception {
    Pictures.zip(zip, Map.of("sad/a.jpg", BYTES));
    putInDirectory(16, 12345);

    try (ZipTree tree = ZipTree.open(zip)) {
      assertThatThrownBy(() -> tree.read("sad/a.jpg"))
          .isInstanceOf(BadSampleException.class)
          .hasMessage("the entry does not match its checksum");
    }
  }

  /** A link is a file that holds a path: it stays that, and is followed nowhere. */
  @Test
  void read_doesNotFollowALink() throws Exception {
    byte[] target = "/etc/passwd".getBytes(UTF_8);
    Pictures.zip(zip, Map.of("sad/a.jpg", target));
    // Made on Unix, and of the kind of a link.
    putInDirectory(4, 0x0314_0314);
    putInDirectory(38, 0xA1FF << 16);

    try (ZipTree tree = ZipTree.open(zip)) {
      assertThat(tree.read("sad/a.jpg")).isEqualTo(target);
    }
  }

  /** A file that the archive's directory does not list: some programs unpack it, others do not. */
  @Test
  void names_areThoseOfTheDirectoryAlone() throws Exception {
    Path hidden = Pictures.zip(temp.resolve("hidden.zip"), Map.of("../evil.jpg", BYTES));
    Pictures.zip(zip, Map.of("sad/a.jpg", BYTES));
    byte[] ahead = Files.readAllBytes(hidden);
    byte[] whole = Files.readAllBytes(zip);
    Files.write(zip, ahead);
    Files.write(zip, whole, StandardOpenOption.APPEND);

    try (ZipTree tree = ZipTree.open(zip)) {
      assertThat(tree.names()).containsExactly("sad/a.jpg");
    }
    assertThat(temp).isDirectoryNotContaining("glob:**evil.jpg");
  }

  @Test
  void names_areSortedAndWithoutLitter() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("sad/b.jpg", BYTES);
    files.put("sad/a.jpg", BYTES);
    files.put("__MACOSX/sad/._a.jpg", BYTES);
    files.put("sad/.DS_Store", BYTES);
    files.put("sad/Thumbs.db", BYTES);
    Pictures.zip(zip, files);

    try (ZipTree tree = ZipTree.open(zip)) {
      assertThat(tree.names()).containsExactly("sad/a.jpg", "sad/b.jpg");
      assertThat(tree.read("sad/a.jpg")).isEqualTo(BYTES);
    }
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> ZipTree.open(zip))
        .isInstanceOfSatisfying(
            TrainerException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
        .hasMessage(message);
  }

  /** Makes every entry of the archive's directory declare other sizes than it has. */
  private void declare(int compressed, int size) throws IOException {
    putInDirectory(20, compressed);
    putInDirectory(24, size);
  }

  private void putInDirectory(int offset, int value) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(zip)).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < bytes.limit() - 46; i++) {
      if (bytes.getInt(i) == 0x02014b50) {
        bytes.putInt(i + offset, value);
      }
    }
    Files.write(zip, bytes.array());
  }
}
