package ferlive.app.cli;

/** What of the processor a measurement may use. */
enum Cores {
  /** One core, in a process of its own that is held to it. */
  ONE,
  /** What this process may use. */
  ALL,
  /** One after the other, to compare. */
  BOTH
}
