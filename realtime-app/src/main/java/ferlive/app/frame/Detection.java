package ferlive.app.frame;

import java.util.OptionalDouble;

/**
 * A face as a detector found it.
 *
 * @param box as the detector draws it, in pixels of the original frame
 * @param crop the square that FER2013 would have framed, by the detector's own measured rule
 * @param score the detector's own score 0..1; empty where it has none
 */
public record Detection(Box box, Box crop, OptionalDouble score) {}
