package ferlive.app.classify;

/** What the manifest says of a model's file. */
public enum ModelState {
  /** It is the listed one. */
  OK,
  /** It has a listed name and another content. */
  CHANGED,
  /** It is listed and not there. */
  MISSING,
  /** It is not listed: a user's own. */
  UNLISTED
}
