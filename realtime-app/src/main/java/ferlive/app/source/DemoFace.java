package ferlive.app.source;

/**
 * One face of the demo: where it is and what it shows at each frame, and how it is painted.
 *
 * <p>Everything follows from the frame number alone. <b>Threading</b>: confined to one thread.
 */
final class DemoFace {
  private static final int SIDE = DemoFaces.SIDE;

  /** Frames that an expression stays, and that the change to the next one takes. */
  private static final int HOLD = 60;

  private static final int CHANGE = 24;

  /** Radii of the oval that is cut out, in half sides of the face's square. */
  private static final double ACROSS = 0.86;

  private static final double DOWN = 1.06;

  /** Share of the oval's radius up to which the face is opaque. */
  private static final double OPAQUE = 0.8;

  private final DemoFaces faces;
  private final Path path;
  private final int firstLabel;
  private final int frameOffset;
  private final float[] gray = new float[SIDE * SIDE];

  /**
   * The way of a face over the scene: a slow ellipse around a place.
   *
   * @param size side of the face's square in pixels
   * @param centerX place of the square's middle, in pixels
   * @param centerY place of the square's middle, in pixels
   * @param reach how far it moves from there, in pixels
   * @param period frames that one round takes
   */
  record Path(double size, double centerX, double centerY, double reach, int period) {}

  /**
   * @param firstLabel the expression at frame 0
   * @param frameOffset frames by which its changes come earlier than those of other faces
   */
  DemoFace(DemoFaces faces, Path path, int firstLabel, int frameOffset) {
    this.faces = faces;
    this.path = path;
    this.firstLabel = firstLabel;
    this.frameOffset = frameOffset;
  }

  /** Paints the face over a BGR picture of the given width, where it has to be at that frame. */
  void paint(long frame, byte[] pixels, int width) {
    express(frame + frameOffset);
    double angle = 2 * Math.PI * (frame % path.period) / path.period;
    double left = path.centerX + path.reach * Math.cos(angle) - path.size / 2;
    double top = path.centerY + path.reach / 2 * Math.sin(angle) - path.size / 2;
    int margin = (int) Math.ceil(path.size * (DOWN - 1) / 2);
    int side = (int) path.size + 2 * margin + 1;
    for (int row = 0; row < side; row++) {
      int y = (int) top - margin + row;
      double v = (y - top) / path.size;
      for (int column = 0; column < side; column++) {
        int x = (int) left - margin + column;
        double u = (x - left) / path.size;
        double cover = cover(u, v);
        if (cover > 0) {
          blend(pixels, 3 * (y * width + x), sample(u, v), (float) cover);
        }
      }
    }
  }

  private void express(long frame) {
    long step = frame / (HOLD + CHANGE);
    long within = frame % (HOLD + CHANGE);
    int labels = DemoFaces.LABELS.size();
    int from = (int) ((firstLabel + step) % labels);
    double progress = Math.max(0, within - HOLD) / (double) CHANGE;
    faces.morph(from, (from + 1) % labels, (float) smooth(progress), gray);
  }

  /** How much of the face shows at a place of its square, 0..1: an oval with a soft border. */
  private static double cover(double u, double v) {
    double dx = (2 * u - 1) / ACROSS;
    double dy = (2 * v - 1) / DOWN;
    double squared = dx * dx + dy * dy;
    if (squared <= OPAQUE * OPAQUE || squared >= 1) {
      return squared < 1 ? 1 : 0;
    }
    return 1 - smooth((Math.sqrt(squared) - OPAQUE) / (1 - OPAQUE));
  }

  /** Cubic ease from 0 to 1. */
  private static double smooth(double x) {
    double t = Math.max(0, Math.min(1, x));
    return t * t * (3 - 2 * t);
  }

  /** Gray level at a place of the square, interpolated between pixel middles. */
  private float sample(double u, double v) {
    double x = Math.max(0, Math.min(SIDE - 1, u * SIDE - 0.5));
    double y = Math.max(0, Math.min(SIDE - 1, v * SIDE - 0.5));
    int column = Math.min(SIDE - 2, (int) x);
    int row = Math.min(SIDE - 2, (int) y);
    float right = (float) (x - column);
    float down = (float) (y - row);
    int at = row * SIDE + column;
    float upper = gray[at] + right * (gray[at + 1] - gray[at]);
    float lower = gray[at + SIDE] + right * (gray[at + SIDE + 1] - gray[at + SIDE]);
    return upper + down * (lower - upper);
  }

  private static void blend(byte[] pixels, int at, float gray, float cover) {
    for (int channel = at; channel < at + 3; channel++) {
      float background = pixels[channel] & 0xff;
      pixels[channel] = (byte) (background + cover * (gray - background) + 0.5f);
    }
  }
}
