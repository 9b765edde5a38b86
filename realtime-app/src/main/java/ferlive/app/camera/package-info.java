/**
 * The cameras of this machine: their names and modes, why one cannot be opened, and what a user
 * asks of one. {@link ferlive.app.camera.Cameras} is the entry; pictures come from {@code source}.
 */
package ferlive.app.camera;
