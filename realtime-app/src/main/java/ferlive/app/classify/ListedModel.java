package ferlive.app.classify;

/**
 * A model as a list of models shows it.
 *
 * @param name by which {@code --model} finds it
 * @param file its path
 * @param bytes of the file; as listed where it is missing
 * @param sha256 of the file, in hexadecimal; as listed where it is missing
 * @param state what the manifest says of the file
 * @param facts what it is
 */
public record ListedModel(
    String name, String file, long bytes, String sha256, ModelState state, ModelFacts facts) {}
