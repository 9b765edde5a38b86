/**
 * Draws what is seen on pictures, the same for window, recording and snapshot. {@link
 * ferlive.app.draw.Overlay} draws on any {@link java.awt.Graphics2D}; {@link
 * ferlive.app.draw.Annotator} gives a whole picture. Classes are confined to one thread each.
 */
package ferlive.app.draw;
