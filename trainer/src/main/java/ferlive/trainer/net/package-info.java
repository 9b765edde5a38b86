/**
 * The networks, as DL4J graphs. {@link ferlive.trainer.net.Architecture} lists them; {@link
 * ferlive.trainer.net.GraphPlan} is the vocabulary in which each is written.
 */
package ferlive.trainer.net;
