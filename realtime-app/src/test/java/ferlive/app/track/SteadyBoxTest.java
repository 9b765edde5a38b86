package ferlive.app.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ferlive.app.frame.Box;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SteadyBoxTest {
  private static final double STEP = 1.0 / 30;

  private static Box at(double x) {
    return new Box(x, 0, 100, 100);
  }

  /** Moves to the right at a speed in pixels per second, from 0, for a second. */
  private static SteadyBox moving(double speed, double fps) {
    SteadyBox box = new SteadyBox(at(0));
    for (int frame = 1; frame <= fps; frame++) {
      box.update(at(speed * frame / fps), 1 / fps);
    }
    return box;
  }

  @Test
  void update_letsAQuarterOfTheJitterThroughAtRest() {
    Random random = new Random(1);
    SteadyBox box = new SteadyBox(at(0));
    double raw = 0;
    double steadied = 0;
    double lastRaw = 0;
    double last = 0;
    for (int frame = 0; frame < 300; frame++) {
      double measured = random.nextGaussian();
      box.update(at(measured), STEP);
      double now = box.after(0).x();
      raw += (measured - lastRaw) * (measured - lastRaw);
      steadied += (now - last) * (now - last);
      lastRaw = measured;
      last = now;
    }

    assertThat(Math.sqrt(steadied / raw)).isBetween(0.1, 0.25);
  }

  @Test
  void update_lagsLittleInMotion() {
    assertThat(moving(200, 30).after(0).x()).isBetween(196.0, 200.0);
    assertThat(moving(200, 12).after(0).x()).isBetween(195.0, 200.0);
  }

  @Test
  void after_goesOnAndComesToRest() {
    SteadyBox box = moving(100, 30);

    assertThat(box.speed()).isBetween(1.0, 1.4);
    assertThat(box.after(0.1).x()).isEqualTo(110, within(3.0));
    assertThat(box.after(60).x()).isBetween(150.0, 170.0);
    assertThat(box.after(0.5).width()).isEqualTo(100, within(1e-9));
  }

  @Test
  void after_keepsTheBoxABoxWhateverItShrinks() {
    SteadyBox box = new SteadyBox(at(0));
    for (int side = 90; side > 10; side -= 20) {
      box.update(new Box(0, 0, side, side), STEP);
    }

    assertThat(box.after(10).width()).isPositive();
  }

  @Test
  void update_takesNothingFromTheSameMoment() {
    SteadyBox box = new SteadyBox(at(0));
    box.update(at(50), 0);

    assertThat(box.after(0)).isEqualTo(at(0));
  }
}
