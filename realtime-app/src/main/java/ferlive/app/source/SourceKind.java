package ferlive.app.source;

/** What may be done with a source's frames. */
public enum SourceKind {
  /** Camera, stream, demo: the newest frame counts, older ones may be dropped. */
  LIVE,
  /** Video file: every frame counts, in order. */
  VIDEO,
  /** Single pictures: every frame counts, and no two belong together. */
  PICTURES
}
