package ferlive.app.detect;

import ferlive.app.asset.AssetFile;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.opencv.opencv_core.FileNode;
import org.bytedeco.opencv.opencv_core.FileStorage;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * The cascades that the detector works with, each known by its hash.
 *
 * <p>OpenCV trusts the feature and leaf numbers of a cascade file; one changed number can crash the
 * process (opencv#15125, opencv#15127). So only the known content is ever handed to it.
 */
enum HaarCascade {
  /** Trees of 20x20 windows, gentle AdaBoost: keeps to one box a face. */
  ALT2(
      "haarcascade_frontalface_alt2.xml",
      "7b0c967d9abbdfbde025eb9c786947d151b6426040d07a8f9562ed8fd90724b4"),
  /** Stumps of 24x24 windows, AdaBoost: finds more, and second boxes on chins. */
  DEFAULT(
      "haarcascade_frontalface_default.xml",
      "0f7d4527844eb514d4a4948e822da90fbb16a34a0bbbbc6adc6498747a5aafb0");

  private static final int MAX_BYTES = 4 << 20;

  private final String file;
  private final String sha256;

  HaarCascade(String file, String sha256) {
    this.file = file;
    this.sha256 = sha256;
  }

  String file() {
    return file;
  }

  /**
   * Reads the cascade.
   *
   * @param folder that holds the file
   * @return a classifier that the caller closes
   * @throws AppException with MODEL when the file is missing or is not the known one
   */
  CascadeClassifier load(Path folder) {
    AssetFile asset =
        AssetFile.read(folder.resolve(file), "cascade", MAX_BYTES).requireSha256(sha256);
    String xml = new String(asset.bytes(), StandardCharsets.UTF_8);
    CascadeClassifier classifier = new CascadeClassifier();
    try (FileStorage storage = new FileStorage(xml, FileStorage.READ | FileStorage.MEMORY);
        FileNode root = storage.getFirstTopLevelNode()) {
      if (classifier.read(root)) {
        return classifier;
      }
    }
    classifier.close();
    throw new AppException(ExitCode.MODEL, "OpenCV cannot read cascade file " + asset.path());
  }
}
