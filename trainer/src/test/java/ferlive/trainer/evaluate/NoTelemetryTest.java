package ferlive.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class NoTelemetryTest {
  @Test
  void request_isSeenByNativeCode() {
    NoTelemetry.request();

    Object[] name = {NoTelemetry.VARIABLE};
    assertThat(Function.getFunction("c", "getenv").invokeString(name, false)).isEqualTo("1");
  }
}
