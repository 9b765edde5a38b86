package ferlive.app.report;

import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;

/** What was seen in pictures that do not belong together. <b>Threading</b>: one thread. */
final class PictureTally {
  private final long[] faces;
  private long notSure;
  private long pictures;
  private long withFace;

  PictureTally(int labels) {
    this.faces = new long[labels];
  }

  void add(FrameResult result) {
    pictures++;
    withFace += result.faces().isEmpty() ? 0 : 1;
    for (FaceResult face : result.faces()) {
      if (face.sure()) {
        faces[face.label()]++;
      } else {
        notSure++;
      }
    }
  }

  long pictures() {
    return pictures;
  }

  long withFace() {
    return withFace;
  }

  long faces() {
    long sum = notSure;
    for (long count : faces) {
      sum += count;
    }
    return sum;
  }

  /** Share of all faces, 0..1, whose label is sure and this. */
  double share(int label) {
    return share(faces[label]);
  }

  double notSureShare() {
    return share(notSure);
  }

  private double share(long part) {
    return faces() > 0 ? (double) part / faces() : 0;
  }
}
