/** Errors that end a run, each with the exit code that a shell sees. */
package ferlive.trainer.error;
