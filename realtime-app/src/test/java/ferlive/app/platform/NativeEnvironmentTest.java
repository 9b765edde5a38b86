package ferlive.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class NativeEnvironmentTest {
  @Test
  void setDefault_isSeenByNativeCode() {
    NativeEnvironment.setDefault("FERLIVE_TEST", "1");

    assertThat(nativeValue("FERLIVE_TEST")).isEqualTo("1");
  }

  @Test
  void setDefault_leavesWhatIsSet() {
    String path = System.getenv("PATH");

    NativeEnvironment.setDefault("PATH", "other");

    assertThat(nativeValue("PATH")).isEqualTo(path);
  }

  private static String nativeValue(String name) {
    return Function.getFunction("c", "getenv").invokeString(new Object[] {name}, false);
  }
}
