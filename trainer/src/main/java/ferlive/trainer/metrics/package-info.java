/** How right a model is: figures from its probabilities, whatever produced them. */
package ferlive.trainer.metrics;
