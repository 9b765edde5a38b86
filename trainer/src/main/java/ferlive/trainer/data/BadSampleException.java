package ferlive.trainer.data;

/** A sample cannot be used. The message is the reason alone; the caller knows the place. */
final class BadSampleException extends Exception {
  BadSampleException(String reason) {
    super(reason);
  }
}
