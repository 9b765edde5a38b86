/** What a complete training leaves beside its checkpoints: curves and a report. */
package ferlive.trainer.report;
