package ferlive.app.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ferlive.app.camera.VideoDevices.DeviceException;
import ferlive.app.camera.VideoDevices.VideoDevice;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class SystemVideoDevicesTest {
  private static final int ENOENT = 2;
  private static final int ENOTTY = 25;

  private final SystemVideoDevices devices = new SystemVideoDevices();

  @Test
  void open_tellsTheSystemsReason() {
    assertThatExceptionOfType(DeviceException.class)
        .isThrownBy(() -> devices.open(Path.of("/dev/no-such-video")).close())
        .satisfies(refusal -> assertThat(refusal.errno()).isEqualTo(ENOENT));
  }

  @Test
  void ask_tellsTheDriversRefusal() throws DeviceException {
    try (VideoDevice device = devices.open(Path.of("/dev/null"))) {
      assertThatExceptionOfType(DeviceException.class)
          .isThrownBy(() -> device.ask(0x80685600, ByteBuffer.allocate(104)))
          .satisfies(refusal -> assertThat(refusal.errno()).isEqualTo(ENOTTY));
    }
  }

  @Test
  void ask_bringsTheDriversAnswer() throws DeviceException {
    // The one call that every Linux answers here: the number of random bits of the kernel.
    ByteBuffer bits = ByteBuffer.allocate(4);
    bits.putInt(0, -1);

    try (VideoDevice device = devices.open(Path.of("/dev/urandom"))) {
      device.ask(0x80045200, bits);
    }

    assertThat(bits.getInt(0)).isNotEqualTo(-1);
  }
}
