package ferlive.app.detect;

import ferlive.app.asset.AssetFile;
import java.nio.file.Path;

/** The two networks of BlazeFace, each known by its hash. */
enum BlazeFaceModel {
  /** For large faces: sees 128x128 pixels. */
  FRONT(
      "face_detection_front_128x128_barracuda.onnx",
      "d388b1cf8a5f6f1af2b3f4c14f6d0f138bab970cd618cccd12dddb7484e82e51",
      128,
      1.18,
      0.10),
  /** For small faces too: sees 256x256 pixels, and takes five times as long. */
  BACK(
      "face_detection_back_256x256_barracuda.onnx",
      "427cbbe0fc41448d09e1dc9cfabe2423d997cf2faaeab91fadd09a510b63b8e2",
      256,
      1.19,
      0.12);

  private static final int MAX_BYTES = 4 << 20;

  private final String file;
  private final String sha256;
  private final int side;
  private final double cropSide;
  private final double cropUp;

  BlazeFaceModel(String file, String sha256, int side, double cropSide, double cropUp) {
    this.file = file;
    this.sha256 = sha256;
    this.side = side;
    this.cropSide = cropSide;
    this.cropUp = cropUp;
  }

  String file() {
    return file;
  }

  /** Side of its input in pixels. */
  int side() {
    return side;
  }

  /** How its boxes lie to FER2013's: medians over clips, photos and FER2013's faces on a canvas. */
  Framing framing() {
    return new Framing(cropSide, cropUp);
  }

  /**
   * Reads the file.
   *
   * @param folder that holds it
   * @throws ferlive.app.error.AppException with MODEL when it is missing or is not the known one
   */
  AssetFile load(Path folder) {
    return AssetFile.read(folder.resolve(file), "detector", MAX_BYTES).requireSha256(sha256);
  }
}
