package ferlive.app.asset;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file read once, and the hash of just those bytes: nobody can change the file between the check
 * and the use. Immutable by agreement: {@link #bytes()} is not copied.
 */
public final class AssetFile {
  private final Path path;
  private final String what;
  private final byte[] bytes;
  private final String sha256;

  private AssetFile(Path path, String what, byte[] bytes) {
    this.path = path;
    this.what = what;
    this.bytes = bytes;
    this.sha256 = HexFormat.of().formatHex(sha256Digest().digest(bytes));
  }

  /**
   * Reads a whole file.
   *
   * @param what the file is, for the error's sentence: "model", "cascade"
   * @param maxBytes larger files are refused before they are read
   * @throws AppException with MODEL when it is missing, no regular file, too large or unreadable
   */
  public static AssetFile read(Path file, String what, int maxBytes) {
    if (!Files.exists(file)) {
      throw refused(what + " file " + file + " does not exist");
    }
    if (!Files.isRegularFile(file)) {
      throw refused(what + " file " + file + " is not a regular file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      // One byte more than allowed: a file that grows while it is read is refused all the same.
      byte[] bytes = in.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw refused(what + " file " + file + " is larger than " + (maxBytes >> 20) + " MiB");
      }
      return new AssetFile(file, what, bytes);
    } catch (IOException e) {
      throw new AppException(ExitCode.MODEL, "cannot read " + what + " file " + file, e);
    }
  }

  /**
   * Makes sure that this is the known content.
   *
   * @param expected hash in lower-case hexadecimal
   * @return this file
   * @throws AppException with MODEL when it is another
   */
  public AssetFile requireSha256(String expected) {
    if (!sha256.equals(expected)) {
      throw refused("was changed: its sha256 is %s, expected %s".formatted(sha256, expected), null);
    }
    return this;
  }

  public Path path() {
    return path;
  }

  /**
   * An error that names this file.
   *
   * @param fault reads on after "model file FILE"
   * @param cause or null
   */
  public AppException refused(String fault, Exception cause) {
    return new AppException(ExitCode.MODEL, what + " file " + path + " " + fault, cause);
  }

  /** The content, not copied; nobody writes to it. */
  public byte[] bytes() {
    return bytes;
  }

  /** Lower-case hexadecimal hash of {@link #bytes()}. */
  public String sha256() {
    return sha256;
  }

  private static AppException refused(String message) {
    return new AppException(ExitCode.MODEL, message);
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
