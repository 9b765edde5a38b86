package ferlive.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.testing.Pictures;
import ferlive.app.testing.ProcessState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NoNativeLeaks
class PictureSourceTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {".jpg", ".png", ".bmp", ".tif", ".webp"})
  void next_givesThePictureOnce(String extension) throws IOException {
    Path file = write("a" + extension, PictureHeaderTest.encoded(extension, 64, 48));

    try (FrameSource source = Sources.open(file.toString())) {
      assertThat(source.info().kind()).isEqualTo(SourceKind.PICTURES);
      try (Frame frame = source.next().orElseThrow()) {
        assertThat(frame.width()).isEqualTo(64);
        assertThat(frame.height()).isEqualTo(48);
        assertThat(frame.image().channels()).isEqualTo(3);
        assertThat(frame.time()).isZero();
        assertThat(frame.image().ptr(10, 10).get(1) & 0xff).isBetween(190, 210);
      }
      assertThat(source.next()).isEmpty();
    }
  }

  @Test
  void next_turnsAsExifSays() throws IOException {
    Path file = write("a.jpg", withOrientation(PictureHeaderTest.encoded(".jpg", 64, 48), 6));

    try (FrameSource source = Sources.open(file.toString());
        Frame frame = source.next().orElseThrow()) {
      assertThat(frame.width()).isEqualTo(48);
      assertThat(frame.height()).isEqualTo(64);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".jpg", ".png", ".bmp", ".webp"})
  void next_refusesATruncatedPicture(String extension) throws IOException {
    byte[] whole = PictureHeaderTest.encoded(extension, 200, 200);
    Path file = write("cut" + extension, Arrays.copyOf(whole, whole.length * 3 / 4));

    assertRefused(file, "damaged");
  }

  @Test
  void open_refusesTextNamedJpg() throws IOException {
    assertRefused(Files.writeString(folder.resolve("notes.jpg"), "not a picture"), "not a picture");
  }

  @Test
  void open_refusesAnEmptyFile() throws IOException {
    assertRefused(Files.createFile(folder.resolve("empty.png")), "not a picture");
  }

  @Test
  void open_refusesAHugePictureByItsHeader() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    byte[] size =
        ByteBuffer.allocate(17)
            .put("IHDR".getBytes(StandardCharsets.US_ASCII))
            .putInt(12_000)
            .putInt(12_000)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    CRC32 crc = new CRC32();
    crc.update(size);
    png.write(ByteBuffer.allocate(4).putInt(13).array());
    png.write(size);
    png.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());

    assertRefused(write("bomb.png", png.toByteArray()), "12000 x 12000");
  }

  @ParameterizedTest
  @ValueSource(ints = {12_000, 40_000})
  void open_takesNoMemoryForABomb(int side) throws IOException {
    Path file = Pictures.bomb(folder.resolve("bomb.png"), side);
    double before = ProcessState.residentMegabytes();

    assertRefused(file, side + " x " + side + " pixels");

    assertThat(ProcessState.residentMegabytes() - before).isLessThanOrEqualTo(30);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static void assertRefused(Path file, String why) {
    assertThatThrownBy(
            () -> {
              try (FrameSource source = Sources.open(file.toString())) {
                source.next().ifPresent(Frame::close);
              }
            })
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
        .hasMessageContaining(file.getFileName().toString())
        .hasMessageContaining(why);
  }

  /** Puts an EXIF segment with the one tag Orientation behind the start of the picture. */
  private static byte[] withOrientation(byte[] jpeg, int orientation) {
    byte[] exif = {
      (byte) 0xff,
      (byte) 0xe1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0, //
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1, //
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0, //
      0,
      0,
      0,
      0
    };
    ByteBuffer whole = ByteBuffer.allocate(jpeg.length + exif.length);
    whole.put(jpeg, 0, 2).put(exif).put(jpeg, 2, jpeg.length - 2);
    return whole.array();
  }
}
