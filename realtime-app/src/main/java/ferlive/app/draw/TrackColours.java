package ferlive.app.draw;

import java.awt.Color;

/**
 * A colour for every followed face: nine that people with any colour vision tell apart, light
 * enough for black text.
 *
 * <p>Source: Paul Tol, "Colour Schemes", SRON/EPS/TN/09-002, the scheme "light".
 */
final class TrackColours {
  private static final Color[] LIGHT = {
    new Color(0x77AADD),
    new Color(0xEE8866),
    new Color(0xEEDD88),
    new Color(0xFFAABB),
    new Color(0x44BB99),
    new Color(0xDDDDDD),
    new Color(0x99DDFF),
    new Color(0xBBCC33),
    new Color(0xAAAA00)
  };

  private TrackColours() {}

  static Color of(int track) {
    return LIGHT[Math.floorMod(track - 1, LIGHT.length)];
  }
}
