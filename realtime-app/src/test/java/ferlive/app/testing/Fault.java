package ferlive.app.testing;

import java.util.List;

/** What a {@link FaultyMjpegServer} does wrong. Numbers of frames are counted per connection. */
public sealed interface Fault {
  /** The first connection ends after so many frames; later ones are good. */
  record Close(int after) implements Fault {}

  /** The first connection falls silent after so many frames; later ones are good. */
  record Stall(int after) implements Fault {}

  /** Connections are taken and never answered. */
  record NoHeaders() implements Fault {}

  /** Every second part holds a third of its picture; the first connection has so many parts. */
  record TruncatedPart(int parts) implements Fault {}

  /** Every second part is noise; the first connection has so many parts. */
  record Garbage(int parts) implements Fault {}

  /** After a second, the size changes after every tenth frame. */
  record Resize(List<Integer> widths) implements Fault {}

  /** After some frames, one part claims to be so long and sends so much. */
  record LyingLength(long claimed, long sent) implements Fault {}

  /** After so many frames, a byte comes now and then: never silent, never a picture. */
  record SlowDrip(int after) implements Fault {}

  /** Every connection ends after so many frames. */
  record Flap(int after) implements Fault {}
}
