package ferlive.trainer.data;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDecoderTest {
  private static final int SIDE = 48;

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_INT_ARGB
      })
  void decode_keepsTheLevelsOfAGrayPicture(int type) throws Exception {
    byte[] ramp = ramp();
    BufferedImage image = new BufferedImage(SIDE, SIDE, type);
    for (int i = 0; i < ramp.length; i++) {
      int level = ramp[i] & 0xff;
      int[] sample =
          switch (type) {
            case BufferedImage.TYPE_BYTE_GRAY -> new int[] {level};
            case BufferedImage.TYPE_USHORT_GRAY -> new int[] {level * 257};
            default -> new int[] {level, level, level, 255};
          };
      image.getRaster().setPixel(i % SIDE, i / SIDE, sample);
    }

    byte[] decoded = PictureDecoder.decode(Pictures.encode(image, "png")).toSquare(SIDE);

    assertThat(decoded).isEqualTo(ramp);
  }

  @Test
  void decode_takesTheLumaOfColours() throws Exception {
    assertThat(level(0xff0000)).isEqualTo(76);
    assertThat(level(0x00ff00)).isEqualTo(150);
    assertThat(level(0x0000ff)).isEqualTo(29);
    assertThat(level(0xffffff)).isEqualTo(255);
  }

  @Test
  void decode_isCloseToWhatAJpegWasMadeOf() throws Exception {
    byte[] levels = SyntheticFaces.stripes(SIDE, 2, new Random(1));

    byte[] decoded = PictureDecoder.decode(Pictures.jpeg(levels, SIDE)).toSquare(SIDE);

    for (int i = 0; i < levels.length; i++) {
      assertThat(decoded[i] & 0xff).isBetween((levels[i] & 0xff) - 3, (levels[i] & 0xff) + 3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "jpg"})
  void decode_refusesATruncatedPicture(String format) throws Exception {
    byte[] whole = Pictures.encode(Pictures.plain(60, 60, 0x336699), format);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);

    assertThatThrownBy(() -> PictureDecoder.decode(half))
        .isInstanceOf(BadSampleException.class)
        .hasMessage("the picture is damaged or of an unknown kind");
  }

  @Test
  void decode_refusesAJpegCutAnywhere() throws Exception {
    byte[] whole = Pictures.jpeg(SyntheticFaces.stripes(SIDE, 1, new Random(1)), SIDE);
    for (int length = 3; length < whole.length - 2; length += 41) {
      byte[] cut = Arrays.copyOf(whole, length);

      assertThatThrownBy(() -> PictureDecoder.decode(cut))
          .as("cut at %d of %d", length, whole.length)
          .isInstanceOf(BadSampleException.class);
    }
  }

  @Test
  void decode_refusesWhatIsNoPicture() {
    for (String text : new String[] {"", "P", "hello", "GIF89a..."}) {
      assertThatThrownBy(() -> PictureDecoder.decode(text.getBytes(US_ASCII)))
          .isInstanceOf(BadSampleException.class)
          .hasMessage("the file is not a JPEG, PNG or BMP picture");
    }
  }

  @Test
  void decode_refusesAHugePictureByItsHeader() throws Exception {
    byte[] png = Pictures.encode(Pictures.plain(8, 8, 0), "png");
    // The header chunk: width at 16, height at 20, its checksum over 12..28 at 29.
    ByteBuffer header = ByteBuffer.wrap(png).putInt(16, 40_000).putInt(20, 40_000);
    CRC32 crc = new CRC32();
    crc.update(png, 12, 17);
    header.putInt(29, (int) crc.getValue());

    assertThatThrownBy(() -> PictureDecoder.decode(png))
        .isInstanceOf(BadSampleException.class)
        .hasMessage("the picture has more than 50000000 pixels");
  }

  private static int level(int rgb) throws Exception {
    byte[] bmp = Pictures.encode(Pictures.plain(8, 8, rgb), "bmp");
    return PictureDecoder.decode(bmp).toSquare(8)[20] & 0xff;
  }

  private static byte[] ramp() {
    byte[] ramp = new byte[SIDE * SIDE];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (byte) i;
    }
    return ramp;
  }
}
