/** Random changes of a training face that leave its expression as it was. */
package ferlive.trainer.augment;
