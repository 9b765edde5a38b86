package ferlive.app.track;

import ferlive.app.frame.Box;
import java.util.OptionalDouble;

/**
 * A followed face as it is in one frame.
 *
 * @param id from 1, never used again in a run
 * @param box steadied, in pixels of the original frame
 * @param crop the square that FER2013 would have framed, steadied alike
 * @param score the detector's last score of it; empty where the detector has none
 * @param seen whether the detector saw it in this frame; else box and crop are the last ones
 */
public record Track(int id, Box box, Box crop, OptionalDouble score, boolean seen) {}
