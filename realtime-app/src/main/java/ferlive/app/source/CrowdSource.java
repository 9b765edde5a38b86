package ferlive.app.source;

import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Any number of average faces, each moving in its own place of a noisy wall: a scene with a known
 * number of faces, to measure with.
 *
 * <p>Faces and wall are painted once and copied into each frame, so that little of a measurement is
 * the painting. A frame's pixels follow from its number alone. <b>Shapes</b>: 30 frames per second
 * by the frames' own time, without end. <b>Threading</b>, <b>ownership</b>: as {@link FrameSource}.
 */
public final class CrowdSource implements FrameSource {
  /** More faces than any analysis follows. */
  public static final int MOST_FACES = 64;

  private static final double FPS = 30;

  /** Gray level of the wall, and how far its noise reaches from there. */
  private static final int WALL = 76;

  private static final int NOISE = 6;
  private static final long SEED = 17;

  private final SourceInfo info;
  private final FramePool pool = new FramePool();
  private final Mat wall;
  private final List<CrowdFace> faces = new ArrayList<>();
  private long sequence;

  /**
   * @param count of the faces, 1 to {@value #MOST_FACES}
   * @param width of the frames in pixels
   * @param height of the frames in pixels
   * @throws IllegalArgumentException one sentence when so many faces have no room
   */
  public CrowdSource(int count, int width, int height) {
    CrowdGrid grid = CrowdGrid.of(count, width, height);
    info = new SourceInfo(count + " face(s)", SourceKind.VIDEO, width, height, FPS, -1);
    wall = wall(width, height);
    DemoFaces average = DemoFaces.load();
    for (int i = 0; i < count; i++) {
      faces.add(new CrowdFace(average, i, grid, WALL));
    }
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public Optional<Frame> next() {
    Frame frame = pool.take(sequence, sequence / FPS, System.nanoTime());
    wall.copyTo(frame.image());
    for (CrowdFace face : faces) {
      face.paint(sequence, frame.image());
    }
    sequence++;
    return Optional.of(frame);
  }

  @Override
  public void close() {
    faces.forEach(CrowdFace::close);
    wall.close();
    pool.close();
  }

  private static Mat wall(int width, int height) {
    Random random = new Random(SEED);
    byte[] pixels = new byte[3 * width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (WALL - NOISE + random.nextInt(2 * NOISE + 1));
    }
    Mat wall = new Mat(height, width, opencv_core.CV_8UC3);
    wall.data().put(pixels);
    return wall;
  }
}
