package ferlive.trainer.perturb;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AxisTest {
  private static final FaceDataset FACES = FaceDataset.noise(Expression.LABELS, 48, 2, 1);

  @ParameterizedTest
  @EnumSource
  void settings_changeTheFacesEachInItsOwnWayAndAlwaysAlike(Axis axis) {
    Set<String> names = new HashSet<>();
    for (Axis.Setting setting : axis.settings()) {
      FaceDataset changed = setting.change().apply(FACES);

      assertThat(changed.size()).isEqualTo(2);
      assertThat(changed.side()).isEqualTo(48);
      assertThat(changed.pixels()).isNotEqualTo(FACES.pixels());
      assertThat(setting.change().apply(FACES).pixels()).isEqualTo(changed.pixels());
      assertThat(names.add(setting.name())).isTrue();
    }
  }

  @Test
  void shift_hasEightDirections() {
    assertThat(Axis.SHIFT.settings())
        .extracting(Axis.Setting::name)
        .contains("up", "down-left")
        .hasSize(8);
  }
}
