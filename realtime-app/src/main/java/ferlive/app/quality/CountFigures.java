package ferlive.app.quality;

/**
 * Whether as many faces were found as there are to see.
 *
 * @param frames that are judged
 * @param right frames with the right number of faces
 * @param falseFaces faces beyond the right number, summed over the frames
 * @param gaps times of more than half a second with a face missing throughout
 * @param longestGap of all times with a face missing, in seconds
 * @param tracks numbers that were given to faces; more than there are people means that some lost
 *     theirs
 */
record CountFigures(
    long frames, long right, long falseFaces, long gaps, double longestGap, long tracks) {
  static final CountFigures NONE = new CountFigures(0, 0, 0, 0, 0, 0);

  CountFigures plus(CountFigures other) {
    return new CountFigures(
        frames + other.frames,
        right + other.right,
        falseFaces + other.falseFaces,
        gaps + other.gaps,
        Math.max(longestGap, other.longestGap),
        tracks + other.tracks);
  }

  /** 0..1; NaN without frames. */
  double rightShare() {
    return (double) right / frames;
  }
}
