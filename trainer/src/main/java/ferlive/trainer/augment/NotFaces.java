package ferlive.trainer.augment;

import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.data.Photographs;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes pictures of what is no face: parts of photographs where there are some, textures, and faces
 * out of their frame. Confined to one thread.
 */
public final class NotFaces {
  private final FaceDataset faces;
  private final Optional<Photographs> photographs;
  private final Misframer misframer = new Misframer();
  private final Degrader degrader;

  public NotFaces(FaceDataset faces, Optional<Photographs> photographs, Degradation degradation) {
    this.faces = faces;
    this.photographs = photographs;
    this.degrader = new Degrader(degradation);
  }

  /**
   * Writes one picture.
   *
   * @param out takes {@code side * side} gray levels 0..255 from {@code to} on
   */
  public void make(float[] out, int to, RandomGenerator random) {
    int side = faces.side();
    background(out, to, random);
    if (random.nextInt(3) == 0) {
      int face = random.nextInt(faces.size());
      misframer.apply(faces.pixels(), face * side * side, side, out, to, random);
    }
    degrader.apply(out, to, side, random);
  }

  private void background(float[] out, int to, RandomGenerator random) {
    int side = faces.side();
    if (photographs.isPresent() && random.nextInt(4) > 0) {
      byte[] patch = photographs.get().patch(side, random);
      for (int i = 0; i < patch.length; i++) {
        out[to + i] = patch[i] & 0xff;
      }
    } else {
      Texture.draw(out, to, side, random);
    }
  }
}
