package ferlive.trainer.export;

/**
 * Writes one kind of layer or vertex.
 *
 * @param <T> its DL4J class
 */
@FunctionalInterface
interface Converter<T> {
  /** Adds the nodes and gives the name of the value that they make. */
  String convert(T what, Site site);
}
