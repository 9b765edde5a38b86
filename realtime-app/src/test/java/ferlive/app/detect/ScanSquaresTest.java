package ferlive.app.detect;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.frame.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScanSquaresTest {
  @Test
  void of_isOneSquareAroundAFrameOfAStream() {
    assertThat(ScanSquares.of(640, 360, ScanEffort.QUICK))
        .containsExactly(new Box(0, -140, 640, 640));
  }

  @Test
  void of_addsPartsForAPicture() {
    List<Box> squares = ScanSquares.of(1200, 800, ScanEffort.THOROUGH);

    assertThat(squares).hasSize(1 + 3 * 2 + 5 * 3);
    assertThat(squares.subList(1, squares.size()))
        .extracting(Box::width)
        .containsOnly(600.0, 400.0);
  }

  @Test
  void of_holdsAFaceOfHalfAPartUncutWhereverItIs() {
    List<Box> parts = ScanSquares.of(1200, 800, ScanEffort.THOROUGH).subList(1, 7);
    for (int x = 0; x <= 900; x += 50) {
      for (int y = 0; y <= 500; y += 50) {
        Box face = new Box(x, y, 300, 300);
        assertThat(parts).as("parts around %s", face).anyMatch(part -> holds(part, face));
      }
    }
  }

  @Test
  void of_enlargesNoPartOfASmallPicture() {
    assertThat(ScanSquares.of(500, 400, ScanEffort.THOROUGH)).hasSize(1);
    assertThat(ScanSquares.of(640, 400, ScanEffort.THOROUGH)).hasSize(1 + 3 * 2);
  }

  private static boolean holds(Box part, Box face) {
    return part.x() <= face.x()
        && part.y() <= face.y()
        && part.x() + part.width() >= face.x() + face.width()
        && part.y() + part.height() >= face.y() + face.height();
  }
}
