package ferlive.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameSizeTest {
  @Test
  void parse_readsWidthThenHeight() {
    assertThat(FrameSize.parse("640x480")).isEqualTo(new FrameSize(640, 480));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "640", "640x", "640*480", "0x480", "640x9000", "-1x20", "99999x20"})
  void parse_failsWithTheTextWhenItIsNoSize(String text) {
    assertThatThrownBy(() -> FrameSize.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }
}
