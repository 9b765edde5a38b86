/**
 * The live picture as a page in a browser on the same machine. {@link ferlive.app.web.WebSink} is
 * the entry point: it takes results as any sink does, and {@code WebServer} answers browsers on
 * threads of its own, over loopback only and only to who has the token. Nobody who watches, however
 * slowly, holds up the run.
 */
package ferlive.app.web;
