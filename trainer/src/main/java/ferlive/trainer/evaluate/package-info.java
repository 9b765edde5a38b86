/**
 * Models at work on labelled faces. {@link ferlive.trainer.evaluate.Classifier#open} opens a model
 * of either form. Everything is confined to one thread.
 */
package ferlive.trainer.evaluate;
