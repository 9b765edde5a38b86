package ferlive.trainer.train;

/**
 * What one epoch brought. Accuracy and F1 are of the averaged weights on the validation split.
 *
 * @param epoch from 1
 * @param learningRate at its end
 * @param trainLoss mean cross-entropy with smoothed targets on augmented faces
 * @param accuracy share of right winners, 0..1
 * @param macroF1 unweighted mean of the classes' F1, 0..1
 * @param imagesPerSecond of the training steps alone
 */
public record EpochReport(
    int epoch,
    double learningRate,
    double trainLoss,
    double accuracy,
    double macroF1,
    double imagesPerSecond) {}
