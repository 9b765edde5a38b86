package ferlive.app.report;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import ferlive.app.frame.Box;
import ferlive.app.frame.Frame;
import ferlive.app.frame.Jpeg;
import ferlive.app.result.FaceResult;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Keeps one small picture of each face for each expression: the one with the best score.
 * <b>Memory</b>: some kilobytes of JPEG each. <b>Threading</b>: confined to one thread.
 * <b>Ownership</b>: owns one small native picture.
 */
final class Thumbnails implements AutoCloseable {
  private static final int SIDE = 96;
  private static final int QUALITY = 80;

  /** By how much a picture must be better to take another one's place; encoding has its price. */
  private static final double CLEARLY_BETTER = 0.03;

  private final Mat small = new Mat();
  private final Map<Integer, Map<Integer, Best>> byTrack = new HashMap<>();

  /** A JPEG as text, and the score that it was kept for. */
  private record Best(double score, String base64) {}

  /** Looks at the sure faces of a frame. */
  void add(Frame frame, Collection<FaceResult> faces) {
    for (FaceResult face : faces) {
      if (face.sure()) {
        Map<Integer, Best> kept = byTrack.computeIfAbsent(face.track(), track -> new TreeMap<>());
        Best before = kept.get(face.label());
        if (before == null || face.score() > before.score + CLEARLY_BETTER) {
          kept.put(face.label(), new Best(face.score(), encode(frame, face.box())));
        }
      }
    }
  }

  @SuppressWarnings("try") // the scope works by being open
  private String encode(Frame frame, Box box) {
    try (PointerScope scope = new PointerScope()) {
      int left = (int) Math.max(0, Math.min(frame.width() - 2, box.x()));
      int top = (int) Math.max(0, Math.min(frame.height() - 2, box.y()));
      int right = (int) Math.max(left + 1, Math.min(frame.width(), box.x() + box.width()));
      int bottom = (int) Math.max(top + 1, Math.min(frame.height(), box.y() + box.height()));
      Mat cut = new Mat(frame.image(), new Rect(left, top, right - left, bottom - top));
      resize(cut, small, new Size(SIDE, SIDE), 0, 0, INTER_AREA);
      return Base64.getEncoder().encodeToString(Jpeg.encode(small, QUALITY));
    }
  }

  /** Forgets the faces that are not asked for any more. */
  void retain(IntPredicate asked) {
    byTrack.keySet().removeIf(track -> !asked.test(track));
  }

  /** The JPEG of a face for each label that it has shown, in base64. */
  Map<Integer, String> of(int track) {
    Map<Integer, String> pictures = new TreeMap<>();
    for (Entry<Integer, Best> kept : byTrack.getOrDefault(track, Map.of()).entrySet()) {
      pictures.put(kept.getKey(), kept.getValue().base64);
    }
    return pictures;
  }

  @Override
  public void close() {
    small.close();
  }
}
