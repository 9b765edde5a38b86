package ferlive.app.detect;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.detect.HaarSearch.Plan;
import ferlive.app.frame.Box;
import org.junit.jupiter.api.Test;

class HaarPlansTest {
  @Test
  void scan_bringsAStreamToItsWidthAndLeavesASmallPictureAsItIs() {
    assertThat(HaarPlans.scan(640, 480, ScanEffort.QUICK).scale()).isEqualTo(0.5);
    assertThat(HaarPlans.scan(300, 200, ScanEffort.THOROUGH).scale()).isEqualTo(1);
    assertThat(HaarPlans.scan(2560, 1440, ScanEffort.THOROUGH).scale()).isEqualTo(0.5);
  }

  @Test
  void follow_staysInsideTheFrame() {
    Plan plan = HaarPlans.follow(640, 480, new Box(-10.4, 430.7, 60, 60)).orElseThrow();

    assertThat(plan.part()).isEqualTo(new Box(0, 406, 73, 74));
    assertThat(plan.scale()).isEqualTo(1);
  }

  @Test
  void follow_givesUpOutsideTheFrame() {
    assertThat(HaarPlans.follow(640, 480, new Box(900, 10, 60, 60))).isEmpty();
  }
}
