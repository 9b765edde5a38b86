package ferlive.app.doctor;

/** Looks at one thing. May throw whatever that thing throws, errors too, or hang. */
interface Check {
  Finding run();

  /** Whether the default run does not work without. */
  default boolean isNeeded() {
    return true;
  }

  /** The same for a thing that the default run does without, whatever is wrong with it. */
  static Check ofExtra(Check check) {
    return new Check() {
      @Override
      public Finding run() {
        return check.run();
      }

      @Override
      public boolean isNeeded() {
        return false;
      }
    };
  }
}
