/**
 * Test faces that a training has seen: FER2013's splits share pictures. Entry point: {@link
 * ferlive.trainer.copies.TrainCopies}.
 */
package ferlive.trainer.copies;
