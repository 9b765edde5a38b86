package ferlive.trainer.data;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes JPEG, PNG and BMP files to gray levels. Gray pictures keep their levels; of colours the
 * luma of ITU-R BT.601 is taken, as OpenCV does. Transparency is ignored.
 */
final class PictureDecoder {
  private static final long MAX_PIXELS = 50_000_000;

  private PictureDecoder() {}

  /** Whether a file name ends as one of a picture does. */
  static boolean isPicture(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".jpg")
        || lower.endsWith(".jpeg")
        || lower.endsWith(".png")
        || lower.endsWith(".bmp");
  }

  /**
   * Decodes the contents of a file, whatever its name.
   *
   * @throws BadSampleException when it is no picture, damaged, or larger than 50 megapixels
   */
  static GrayPicture decode(byte[] file) throws BadSampleException {
    ImageReader reader = reader(format(file));
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Damage damage = new Damage();
      reader.addIIOReadWarningListener(damage);
      reader.setInput(in, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > MAX_PIXELS) {
        throw new BadSampleException("the picture has more than " + MAX_PIXELS + " pixels");
      }
      BufferedImage image = reader.read(0);
      damage.check();
      return gray(image);
    } catch (IOException | RuntimeException e) {
      // The decoders answer some damage with an IndexOutOfBounds or IllegalArgument exception.
      throw new BadSampleException("the picture is damaged or of an unknown kind");
    } finally {
      reader.dispose();
    }
  }

  /** By the first bytes: ImageIO's own guess has formats that take nearly anything. */
  private static String format(byte[] file) throws BadSampleException {
    if (startsWith(file, 0xff, 0xd8, 0xff)) {
      return "jpeg";
    }
    if (startsWith(file, 0x89, 'P', 'N', 'G')) {
      return "png";
    }
    if (startsWith(file, 'B', 'M')) {
      return "bmp";
    }
    throw new BadSampleException("the file is not a JPEG, PNG or BMP picture");
  }

  private static boolean startsWith(byte[] file, int... first) {
    for (int i = 0; i < first.length; i++) {
      if (i >= file.length || (file[i] & 0xff) != first[i]) {
        return false;
      }
    }
    return true;
  }

  private static ImageReader reader(String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    if (!readers.hasNext()) {
      throw new IllegalStateException("this Java has no decoder for " + format);
    }
    return readers.next();
  }

  private static GrayPicture gray(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    ColorModel colors = image.getColorModel();
    boolean levels =
        colors.getColorSpace().getType() == ColorSpace.TYPE_GRAY
            && !(colors instanceof IndexColorModel);
    byte[] gray = levels ? levels(image.getRaster(), colors) : luma(image);
    return new GrayPicture(width, height, gray);
  }

  /** Not by getRGB, which would take the levels for linear light and brighten them. */
  private static byte[] levels(Raster raster, ColorModel colors) {
    int[] samples = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (int[]) null);
    int max = (1 << colors.getComponentSize(0)) - 1;
    byte[] gray = new byte[samples.length];
    for (int i = 0; i < gray.length; i++) {
      gray[i] = (byte) ((samples[i] * 255L + max / 2) / max);
    }
    return gray;
  }

  private static byte[] luma(BufferedImage image) {
    int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    byte[] gray = new byte[rgb.length];
    for (int i = 0; i < gray.length; i++) {
      int red = rgb[i] >> 16 & 0xff;
      int green = rgb[i] >> 8 & 0xff;
      int blue = rgb[i] & 0xff;
      gray[i] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
    }
    return gray;
  }
}
