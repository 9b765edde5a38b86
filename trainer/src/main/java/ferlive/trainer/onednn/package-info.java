/** The two operators that a training spends its time in, by oneDNN itself. */
package ferlive.trainer.onednn;
