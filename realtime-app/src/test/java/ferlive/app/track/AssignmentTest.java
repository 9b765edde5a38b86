package ferlive.app.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  private static final double NEVER = Double.POSITIVE_INFINITY;

  @Test
  void solve_preferTheCheapestWholeToTheCheapestPair() {
    double[][] cost = {{0.1, 0.2}, {0.2, 0.9}};

    assertThat(Assignment.solve(cost, 10)).containsExactly(1, 0);
  }

  @Test
  void solve_leavesARowAloneWhereThatIsCheaper() {
    assertThat(Assignment.solve(new double[][] {{0.1, 0.9}, {0.8, NEVER}}, 1))
        .containsExactly(0, -1);
    assertThat(Assignment.solve(new double[][] {{NEVER}, {NEVER}}, 1)).containsExactly(-1, -1);
  }

  @Test
  void solve_takesNoRowsAndNoColumns() {
    assertThat(Assignment.solve(new double[0][], 1)).isEmpty();
    assertThat(Assignment.solve(new double[2][0], 1)).containsExactly(-1, -1);
  }

  @Test
  void solve_isAsCheapAsTheBestOfAllWays() {
    Random random = new Random(7);
    for (int run = 0; run < 500; run++) {
      double[][] cost = new double[random.nextInt(6)][random.nextInt(6)];
      for (double[] row : cost) {
        for (int i = 0; i < row.length; i++) {
          row[i] = random.nextInt(4) == 0 ? NEVER : random.nextInt(20) / 10.0;
        }
      }

      int[] chosen = Assignment.solve(cost, 1.1);

      assertThat(sum(cost, chosen)).isEqualTo(best(cost, 0, 0), within(1e-9));
    }
  }

  /** What an assignment costs; a column that is used twice makes it infinite. */
  private static double sum(double[][] cost, int[] chosen) {
    double sum = 0;
    int used = 0;
    for (int row = 0; row < chosen.length; row++) {
      if (chosen[row] < 0) {
        sum += 1.1;
      } else {
        sum += (used >> chosen[row] & 1) == 0 ? cost[row][chosen[row]] : NEVER;
        used |= 1 << chosen[row];
      }
    }
    return sum;
  }

  private static double best(double[][] cost, int row, int used) {
    if (row == cost.length) {
      return 0;
    }
    double best = 1.1 + best(cost, row + 1, used);
    for (int column = 0; column < cost[row].length; column++) {
      if ((used >> column & 1) == 0) {
        best = Math.min(best, cost[row][column] + best(cost, row + 1, used | 1 << column));
      }
    }
    return best;
  }
}
