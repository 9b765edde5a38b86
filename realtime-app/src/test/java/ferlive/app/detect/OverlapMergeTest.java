package ferlive.app.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ferlive.app.frame.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlapMergeTest {
  @Test
  void merge_givesTheMeanByScoreOfFindsThatOverlap() {
    List<FoundFace> faces = OverlapMerge.merge(List.of(find(10, 0.3), find(0, 0.9)));

    assertThat(faces).hasSize(1);
    assertThat(faces.get(0).box().x()).isCloseTo(2.5, within(1e-9));
    assertThat(faces.get(0).eyes().leftX()).isCloseTo(22.5, within(1e-9));
    assertThat(faces.get(0).score()).isEqualTo(0.9);
  }

  @Test
  void merge_keepsFacesApartBestFirst() {
    List<FoundFace> faces = OverlapMerge.merge(List.of(find(0, 0.6), find(300, 0.8)));

    assertThat(faces).extracting(FoundFace::score).containsExactly(0.8, 0.6);
  }

  @Test
  void roll_isPositiveWhereTheRightEyeIsLower() {
    assertThat(new Eyes(0, 0, 10, 10).roll()).isCloseTo(45, within(1e-9));
  }

  private static FoundFace find(double x, double score) {
    return new FoundFace(new Box(x, 0, 100, 100), new Eyes(x + 20, 30, x + 80, 30), score);
  }
}
