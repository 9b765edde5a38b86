/** The command line. {@link ferlive.trainer.cli.TrainerMain} is the program. */
package ferlive.trainer.cli;
