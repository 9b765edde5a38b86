package ferlive.app.source;

import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_core;

/**
 * A scene that needs no camera: three average faces that change from one expression to the next
 * while they move over a plain ground.
 *
 * <p><b>Shapes</b>: 1280x720 pixels, 30 frames per second by the frames' own time. A frame's pixels
 * follow from its number alone, so every run shows the same. Frames are given as fast as they are
 * asked for; {@link PacedSource} plays them at their own speed.
 */
public final class DemoSource implements FrameSource {
  /** The word by which a user asks for it. */
  public static final String NAME = "demo";

  static final int WIDTH = 1280;
  static final int HEIGHT = 720;
  static final double FPS = 30;

  private final FramePool pool = new FramePool();
  private final List<DemoFace> faces;
  private final byte[] ground = ground();
  private final byte[] pixels = new byte[ground.length];
  private long sequence;

  public DemoSource() {
    DemoFaces average = DemoFaces.load();
    faces =
        List.of(
            new DemoFace(average, new DemoFace.Path(220, 260, 330, 60, 420), 3, 0),
            new DemoFace(average, new DemoFace.Path(260, 660, 370, 50, 560), 6, 28),
            new DemoFace(average, new DemoFace.Path(180, 1040, 310, 70, 360), 4, 56));
  }

  @Override
  public SourceInfo info() {
    return new SourceInfo(NAME, SourceKind.LIVE, WIDTH, HEIGHT, FPS, -1);
  }

  @Override
  public Optional<Frame> next() {
    System.arraycopy(ground, 0, pixels, 0, pixels.length);
    for (DemoFace face : faces) {
      face.paint(sequence, pixels, WIDTH);
    }
    Frame frame = pool.take(sequence, sequence / FPS, System.nanoTime());
    frame.image().create(HEIGHT, WIDTH, opencv_core.CV_8UC3);
    frame.image().data().put(pixels);
    sequence++;
    return Optional.of(frame);
  }

  @Override
  public void close() {
    pool.close();
  }

  /** A blue-gray wall that gets a little darker towards the floor. */
  private static byte[] ground() {
    byte[] pixels = new byte[3 * WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      int shade = 20 * y / HEIGHT;
      for (int at = 3 * y * WIDTH; at < 3 * (y + 1) * WIDTH; at += 3) {
        pixels[at] = (byte) (92 - shade);
        pixels[at + 1] = (byte) (80 - shade);
        pixels[at + 2] = (byte) (70 - shade);
      }
    }
    return pixels;
  }
}
