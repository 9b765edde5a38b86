package ferlive.app.detect;

import ferlive.app.asset.AssetFile;
import ferlive.app.onnx.OnnxOperators;
import ferlive.app.onnx.OnnxScan;
import java.nio.file.Path;
import java.util.Optional;

/**
 * YuNet's file, which the user brings, read once and looked at before OpenCV sees it.
 *
 * @param asset its bytes and their hash
 */
public record YuNetFile(AssetFile asset) {
  private static final int MAX_BYTES = 64 << 20;

  /** {@code face_detection_yunet_2023mar.onnx} as OpenCV's model zoo has it. */
  private static final String KNOWN_SHA256 =
      "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4";

  /**
   * Reads the file.
   *
   * @param strict whether any other file than the known one is refused
   * @throws ferlive.app.error.AppException with MODEL when it is missing or refused
   */
  public static YuNetFile read(Path file, boolean strict) {
    AssetFile asset = AssetFile.read(file, "detector", MAX_BYTES);
    if (strict) {
      asset.requireSha256(KNOWN_SHA256);
    }
    OnnxScan.check(asset, OnnxOperators.DETECTOR);
    return new YuNetFile(asset);
  }

  /** One sentence for the user where it is not the known file. */
  public Optional<String> notice() {
    return asset.sha256().equals(KNOWN_SHA256)
        ? Optional.empty()
        : Optional.of(
            "detector file %s is not the known one; using it as it is".formatted(asset.path()));
  }
}
