package ferlive.app.track;

/**
 * Every constant of tracking but those of the box filter, which stand in {@code SteadyValue}. Times
 * are seconds.
 *
 * @param hitsToConfirm detections in a row that make a face; more keep out what is none, and show a
 *     face later where nothing looks ahead
 * @param carry how long a face is kept that the detector misses; longer bridges more, and lets a
 *     face that has left stand longer
 * @param reach how far from its predicted box a face may be found, as {@code Overlap.distance}: 1.1
 *     is about nine tenths of a side for a face of the same size. More follows faster moves at low
 *     frame rates, and lets a newcomer take over the number of who has left beside it
 * @param growth by what factor its side may change between detections
 * @param missedCost by how much less a face that is missed already claims a detection than one that
 *     was just seen; more keeps the number of a face that hides another one, less gives the hidden
 *     one its number back sooner
 * @param sameFace share of a box that another one covers from which both are one face: no new track
 *     starts there, and a missed one is not shown there
 * @param most faces at once; more than that, and the largest win
 */
public record TrackSettings(
    int hitsToConfirm,
    double carry,
    double reach,
    double growth,
    double missedCost,
    double sameFace,
    int most) {
  /** For streams and clips. */
  public static TrackSettings smooth() {
    return new TrackSettings(3, 0.7, 1.1, 1.6, 0.2, 0.5, 32);
  }

  /** For pictures, where there is no second hit. */
  public TrackSettings withOneHit() {
    return new TrackSettings(1, carry, reach, growth, missedCost, sameFace, most);
  }
}
