/**
 * Follows faces and their labels through time.
 *
 * <p>{@link ferlive.app.track.FaceTracker} gives the faces of successive frames stable numbers and
 * steady boxes; {@link ferlive.app.track.LabelSmoother} gives each of them a steady label. Times
 * are seconds by the source's own clock, so that a file gives the same answer on every run.
 * Confined to one thread.
 */
package ferlive.app.track;
