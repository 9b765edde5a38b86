package ferlive.app.testing;

import java.util.Arrays;
import java.util.Random;

/** Damages bytes as disks, networks and strangers do; the same seed gives the same damage. */
public final class Mutation {
  private static final int MOST_FLIPS = 20;

  private Mutation() {}

  /** A damaged copy. */
  public static byte[] of(byte[] whole, long seed) {
    Random random = new Random(seed);
    byte[] bytes = whole.clone();
    int at = random.nextInt(bytes.length);
    int length = Math.min(bytes.length - at, 1 + random.nextInt(64));
    switch (random.nextInt(5)) {
      case 0 -> bytes = Arrays.copyOf(bytes, at);
      case 1 -> Arrays.fill(bytes, at, at + length, (byte) (random.nextBoolean() ? 0 : 0xff));
      case 2 -> {
        for (int i = random.nextInt(MOST_FLIPS); i >= 0; i--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      case 3 -> System.arraycopy(bytes, random.nextInt(at + 1), bytes, at, length);
      default -> {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
        bytes = longer;
      }
    }
    return bytes;
  }
}
