package ferlive.app.camera;

/** Formats of pixels that a camera can be asked for. */
public enum PixelFormat {
  /** Each picture a JPEG: large pictures come at full speed, and cost time to decode. */
  MJPEG("MJPG"),
  /** Bare colours, every second pixel's: nothing to decode, and slow when large. */
  YUYV("YUYV");

  private final String code;

  PixelFormat(String code) {
    this.code = code;
  }

  /** Its four letters, by which drivers know it. */
  public String code() {
    return code;
  }
}
