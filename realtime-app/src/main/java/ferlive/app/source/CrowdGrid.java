package ferlive.app.source;

/**
 * The places of a crowd: a grid of equal cells, as near to squares as the frame allows.
 *
 * @param columns of the grid
 * @param cellWidth in pixels
 * @param cellHeight in pixels
 */
record CrowdGrid(int columns, double cellWidth, double cellHeight) {
  /** Side of a face's square over the shorter side of its cell; the rest is room to move. */
  private static final double FACE = 0.7;

  /** No detector finds much smaller ones. */
  private static final double SMALLEST_FACE = 24;

  /**
   * The grid with the largest faces.
   *
   * @throws IllegalArgumentException one sentence when the faces would be too small
   */
  static CrowdGrid of(int count, int width, int height) {
    if (count < 1 || count > CrowdSource.MOST_FACES) {
      throw new IllegalArgumentException(
          count + " is no number of faces, expected 1 to " + CrowdSource.MOST_FACES);
    }
    CrowdGrid best = withColumns(1, count, width, height);
    for (int columns = 2; columns <= count; columns++) {
      CrowdGrid grid = withColumns(columns, count, width, height);
      best = grid.face() > best.face() ? grid : best;
    }
    if (best.face() < SMALLEST_FACE) {
      throw new IllegalArgumentException(
          "%d face(s) have no room in %dx%d pixels".formatted(count, width, height));
    }
    return best;
  }

  private static CrowdGrid withColumns(int columns, int count, int width, int height) {
    int rows = (count + columns - 1) / columns;
    return new CrowdGrid(columns, (double) width / columns, (double) height / rows);
  }

  /** Side of a face's square in pixels. */
  double face() {
    return FACE * Math.min(cellWidth, cellHeight);
  }

  /** Middle of a place, in pixels. */
  double centerX(int place) {
    int column = place % columns;
    return (column + 0.5) * cellWidth;
  }

  /** Middle of a place, in pixels. */
  double centerY(int place) {
    int row = place / columns;
    return (row + 0.5) * cellHeight;
  }
}
