package ferlive.trainer.net;

/**
 * Channels of a network of three stages.
 *
 * @param first of the stage at 1/2 of the input's side, which costs most for what it brings: where
 *     speed counts it is narrow
 * @param second of the stage at 1/4
 * @param third of the stage at 1/8, where most of the weights are
 * @param fused of the fusion of all three
 */
record Widths(int first, int second, int third, int fused) {}
