package ferlive.app.track;

import java.util.Arrays;

/**
 * The cheapest way to pair rows with columns, each at most once.
 *
 * <p>Shortest augmenting paths with dual prices, O(rows² · (rows + columns)): R. Jonker and A.
 * Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment
 * problems", Computing 38, 1987, in the plain form of D. F. Crouse, "On implementing 2D rectangular
 * assignment algorithms", IEEE TAES 52(4), 2016. A row may stay alone at a price: each has one more
 * column of its own at that price.
 */
final class Assignment {
  private static final int NONE = -1;

  private final double[][] cost;
  private final double alone;
  private final int rows;
  private final int columns;

  /** By column, with those that stand for staying alone behind the real ones. */
  private final int[] rowOf;

  private final int[] columnOf;
  private final double[] rowPrice;
  private final double[] columnPrice;

  /** Of one search: the cheapest known way to each column, and by which row it comes. */
  private final double[] distance;

  private final int[] from;
  private final boolean[] done;

  private Assignment(double[][] cost, double alone) {
    this.cost = cost;
    this.alone = alone;
    this.rows = cost.length;
    this.columns = rows == 0 ? 0 : cost[0].length;
    int all = columns + rows;
    this.rowOf = new int[all];
    this.columnOf = new int[rows];
    this.rowPrice = new double[rows];
    this.columnPrice = new double[all];
    this.distance = new double[all];
    this.from = new int[all];
    this.done = new boolean[all];
  }

  /**
   * Pairs rows with columns so that the sum of their costs, and of {@code alone} for every row
   * without a column, is least.
   *
   * @param cost by row and column, 0 or more; infinite for a pair that must not be
   * @param alone what a row without a column costs, finite
   * @return the column of each row, -1 where it stays alone
   */
  static int[] solve(double[][] cost, double alone) {
    return new Assignment(cost, alone).solve();
  }

  private int[] solve() {
    Arrays.fill(rowOf, NONE);
    for (int row = 0; row < rows; row++) {
      augment(row, search(row));
    }
    return Arrays.stream(columnOf).map(column -> column < columns ? column : NONE).toArray();
  }

  private double cost(int row, int column) {
    if (column < columns) {
      return cost[row][column];
    }
    return column - columns == row ? alone : Double.POSITIVE_INFINITY;
  }

  /** Dijkstra from a row to the nearest free column; then the prices are brought up to date. */
  private int search(int start) {
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    Arrays.fill(done, false);
    int row = start;
    double way = 0;
    while (true) {
      relax(row, way);
      int nearest = nearest();
      way = distance[nearest];
      done[nearest] = true;
      if (rowOf[nearest] == NONE) {
        price(start, way);
        return nearest;
      }
      row = rowOf[nearest];
    }
  }

  private void relax(int row, double way) {
    for (int column = 0; column < distance.length; column++) {
      double through = way + cost(row, column) - rowPrice[row] - columnPrice[column];
      if (!done[column] && through < distance[column]) {
        distance[column] = through;
        from[column] = row;
      }
    }
  }

  /** There always is one: the row's own. */
  private int nearest() {
    int best = NONE;
    for (int column = 0; column < distance.length; column++) {
      if (!done[column] && (best == NONE || distance[column] < distance[best])) {
        best = column;
      }
    }
    return best;
  }

  private void price(int start, double way) {
    rowPrice[start] += way;
    for (int column = 0; column < distance.length; column++) {
      if (done[column]) {
        columnPrice[column] += distance[column] - way;
        if (rowOf[column] != NONE) {
          rowPrice[rowOf[column]] += way - distance[column];
        }
      }
    }
  }

  /** Hands the columns on along the way that was found. */
  private void augment(int start, int end) {
    int column = end;
    int row;
    do {
      row = from[column];
      rowOf[column] = row;
      int next = columnOf[row];
      columnOf[row] = column;
      column = next;
    } while (row != start);
  }
}
