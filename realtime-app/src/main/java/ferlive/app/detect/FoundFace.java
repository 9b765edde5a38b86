package ferlive.app.detect;

import ferlive.app.frame.Box;

/**
 * A face as a network found it, before its box is brought to the common framing.
 *
 * @param box as the network draws it, in pixels of the original frame
 * @param score the network's own, 0..1
 */
record FoundFace(Box box, Eyes eyes, double score) {}
