package ferlive.app.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A secret of 128 bits that a browser shows with each request. Immutable. */
final class Token {
  private static final int BYTES = 16;

  private final String text;

  private Token(String text) {
    this.text = text;
  }

  static Token random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Token(HexFormat.of().formatHex(bytes));
  }

  /** Whether it is the same; takes as long for a nearly right one as for a wrong one. */
  boolean isSame(String other) {
    return other != null
        && MessageDigest.isEqual(
            text.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** As it stands in the address. */
  String text() {
    return text;
  }
}
