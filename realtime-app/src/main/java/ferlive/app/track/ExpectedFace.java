package ferlive.app.track;

import ferlive.app.frame.Box;

/**
 * A known face where the next frame should show it.
 *
 * @param id as in {@link Track}
 * @param box predicted, in pixels of the original frame
 * @param speed how fast the box moves or grows, in sides of it per second; a bound rather than a
 *     measure, up to twice too high
 * @param confirmed as in {@link Track}; one that is not must be looked for in every frame
 */
public record ExpectedFace(int id, Box box, double speed, boolean confirmed) {}
