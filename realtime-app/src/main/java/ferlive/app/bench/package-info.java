/**
 * Measures what the whole way of a frame costs on this machine, stage by stage. {@link
 * ferlive.app.bench.Benchmark} is the entry point: it loops a source through the same runs that
 * {@code analyze} and {@code live} use, with {@link ferlive.app.bench.Measurement} as their only
 * sink.
 */
package ferlive.app.bench;
