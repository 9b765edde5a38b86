package ferlive.trainer.data;

/**
 * Where a data set comes from.
 *
 * @param name file name of the zip, csv or folder
 * @param form its layout
 * @param sha256 64 hex digits over the bytes of the file; for a folder over the sorted relative
 *     paths and contents of its files
 * @param leftOut samples that were unusable and are not in the data set, over all splits
 */
public record DatasetOrigin(String name, DatasetForm form, String sha256, int leftOut) {}
