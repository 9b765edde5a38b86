package ferlive.app.pipeline;

import java.util.Optional;

/**
 * Gives things one after another, each made when it is asked for.
 *
 * <p><b>Threading</b>: asked by one thread. <b>Ownership</b>: whoever takes a thing closes it.
 */
interface Supply<T> {
  /** The next one, or empty at the end and after it. */
  Optional<T> next();
}
