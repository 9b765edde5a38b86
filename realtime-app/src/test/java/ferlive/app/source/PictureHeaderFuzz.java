package ferlive.app.source;

/** Pictures, as far as they are read before a decoder sees them. */
public final class PictureHeaderFuzz {
  private PictureHeaderFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    PictureHeader.isPicture(data);
    PictureHeader.isCutBmp(data);
    PngFile.isWhole(data);
    boolean impossible =
        PictureHeader.read(data).filter(size -> size.width() < 1 || size.height() < 1).isPresent();
    if (impossible) {
      throw new AssertionError("a size that no picture has");
    }
  }
}
