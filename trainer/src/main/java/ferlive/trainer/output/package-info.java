/** Results on their way out: files that are complete or not there, and standard output. */
package ferlive.trainer.output;
