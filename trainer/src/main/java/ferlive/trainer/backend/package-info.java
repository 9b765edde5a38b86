/** What DL4J computes on: which native library, how many threads, how fast. */
package ferlive.trainer.backend;
