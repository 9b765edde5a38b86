/**
 * The window that a person looks at. {@link ferlive.app.window.WindowSink} is the entry; what is
 * painted, and all that Swing calls, is confined to the event thread, which waits for nobody.
 */
package ferlive.app.window;
