/** Finds faces in a frame. */
package ferlive.app.detect;
