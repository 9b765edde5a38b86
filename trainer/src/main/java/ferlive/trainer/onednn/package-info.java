/** The operators that a training spends most of its time in, by oneDNN itself. */
package ferlive.trainer.onednn;
