package ferlive.app.sink;

/** The reader of our standard output has had enough; no fault of anybody. */
public final class PipeClosedException extends RuntimeException {
  PipeClosedException(Throwable cause) {
    super("the reader of the output has closed it", cause);
  }
}
