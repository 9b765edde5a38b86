/**
 * Labelled faces in memory. {@link ferlive.trainer.data.Datasets#open} reads FER2013 in the three
 * forms it is found in (Kaggle's zip, its unpacked folder, the original csv) and plain folders of
 * face pictures; {@link ferlive.trainer.data.CrowdVotes} adds the FER+ votes.
 *
 * <p>What is opened is not trusted: archives are checked before use and never unpacked to disk,
 * unusable samples are left out and reported one by one. Values are immutable; opening is confined
 * to the calling thread.
 */
package ferlive.trainer.data;
