/**
 * Measures what the whole way of a frame costs on this machine, stage by stage. {@link
 * ferlive.app.bench.Benchmark} is the entry point; everything runs on the calling thread.
 */
package ferlive.app.bench;
