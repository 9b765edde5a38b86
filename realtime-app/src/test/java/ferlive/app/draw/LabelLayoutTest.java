package ferlive.app.draw;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.draw.LabelLayout.Spot;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelLayoutTest {
  private static final Rectangle AREA = new Rectangle(0, 0, 640, 480);
  private static final List<Dimension> FORMS =
      List.of(new Dimension(140, 130), new Dimension(100, 20), new Dimension(16, 20));

  @Test
  void place_putsTheFullestFormAboveTheFace() {
    Rectangle face = new Rectangle(200, 200, 100, 100);

    assertThat(place(face).get(0)).contains(new Spot(0, 0, new Rectangle(200, 70, 140, 130)));
  }

  @Test
  void place_goesBesideAFaceAtTheUpperBorder() {
    Rectangle face = new Rectangle(200, 5, 100, 100);

    assertThat(place(face).get(0)).contains(new Spot(0, 2, new Rectangle(300, 5, 140, 130)));
  }

  @Test
  void place_staysOnTheSideWhereTheLabelWas() {
    Rectangle face = new Rectangle(200, 200, 100, 100);

    assertThat(LabelLayout.place(AREA, List.of(face), List.of(FORMS), List.of(4), List.of()))
        .containsExactly(Optional.of(new Spot(0, 4, new Rectangle(200, 300, 140, 130))));
  }

  @Test
  void place_goesInsideOneThatFillsThePictureInASmallForm() {
    Spot spot = place(AREA).get(0).orElseThrow();

    assertThat(spot.form()).isEqualTo(1);
    assertThat(AREA.contains(spot.place())).isTrue();
  }

  @Test
  void place_leavesTheLabelOutWhereTheAreaIsTooSmall() {
    Rectangle tiny = new Rectangle(0, 0, 10, 10);

    assertThat(LabelLayout.place(tiny, List.of(tiny), List.of(FORMS), List.of(0), List.of()))
        .containsExactly(Optional.empty());
  }

  @Test
  void place_keepsOffObstacles() {
    Rectangle face = new Rectangle(200, 200, 100, 100);
    Rectangle mark = new Rectangle(0, 0, 640, 190);

    Spot spot =
        LabelLayout.place(AREA, List.of(face), List.of(FORMS), List.of(0), List.of(mark))
            .get(0)
            .orElseThrow();

    assertThat(spot.place().intersects(mark)).isFalse();
    assertThat(spot.form()).isZero();
  }

  @Test
  void place_neverLeavesTheAreaNorCoversAnotherFaceOrLabel() {
    Random random = new Random(1);
    int labelled = 0;
    int all = 0;
    for (int round = 0; round < 500; round++) {
      List<Rectangle> faces = new ArrayList<>();
      for (int i = 0; i <= round % 12; i++) {
        int side = 20 + random.nextInt(200);
        faces.add(
            new Rectangle(random.nextInt(700) - 60, random.nextInt(540) - 60, side, side)
                .intersection(AREA));
      }
      List<Optional<Spot>> spots =
          LabelLayout.place(
              AREA,
              faces,
              Collections.nCopies(faces.size(), FORMS),
              faces.stream().map(face -> random.nextInt(12)).toList(),
              List.of());

      check(faces, spots);
      all += faces.size();
      labelled += (int) spots.stream().filter(Optional::isPresent).count();
    }
    assertThat(labelled).as("of %d faces, most of which overlap", all).isGreaterThan(all * 3 / 4);
  }

  private static void check(List<Rectangle> faces, List<Optional<Spot>> spots) {
    for (int i = 0; i < faces.size(); i++) {
      if (spots.get(i).isEmpty()) {
        continue;
      }
      Rectangle label = spots.get(i).get().place();
      assertThat(AREA.contains(label)).as("%s is in the picture", label).isTrue();
      for (int other = 0; other < faces.size(); other++) {
        if (other != i) {
          assertThat(label.intersects(faces.get(other))).as("covers face %d", other).isFalse();
          Rectangle taken = spots.get(other).map(Spot::place).orElse(new Rectangle());
          assertThat(label.intersects(taken)).as("covers label %d", other).isFalse();
        }
      }
    }
  }

  private static List<Optional<Spot>> place(Rectangle face) {
    return LabelLayout.place(AREA, List.of(face), List.of(FORMS), List.of(0), List.of());
  }
}
