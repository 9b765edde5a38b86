package ferlive.trainer.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/**
 * Says which data, in which state, read in which way, a cache file holds.
 *
 * @param source absolute path of the data
 * @param fingerprint differs whenever the data was written to
 * @param side side of the faces
 * @param labels class names in order
 */
record CacheKey(Path source, String fingerprint, int side, List<String> labels) {
  /** Name of the cache file: the same for all states of the data, so that old ones are replaced. */
  String fileName() {
    String hash = hash(source + "\n" + labels).substring(0, 12);
    return DatasetOpener.nameOf(source) + "-" + side + "-" + hash + ".cache";
  }

  /** Kept in the cache file: 64 hex digits. */
  String digest() {
    return hash(source + "\n" + fingerprint + "\n" + side + "\n" + labels);
  }

  private static String hash(String text) {
    MessageDigest digest = Sha256.digest();
    digest.update(text.getBytes(UTF_8));
    return Sha256.hex(digest);
  }
}
