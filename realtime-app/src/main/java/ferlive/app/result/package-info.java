/** What the analysis says of a frame: plain values, without native memory. */
package ferlive.app.result;
