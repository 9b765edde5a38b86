/**
 * Where pictures come from: camera, video file, picture, folder, URL, demo. {@link
 * ferlive.app.source.FrameSource} is the one interface; a source is read by one thread.
 */
package ferlive.app.source;
