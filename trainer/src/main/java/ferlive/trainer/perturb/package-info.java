/**
 * What a camera does to faces that a data set does not: other crops, blur, light, noise, few
 * pixels. {@link ferlive.trainer.perturb.Axis} names them all. Everything is deterministic.
 */
package ferlive.trainer.perturb;
