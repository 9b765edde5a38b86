package ferlive.app.camera;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import ferlive.app.platform.LibC;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The devices of this system, through its C library. */
final class SystemVideoDevices implements VideoDevices {
  private LibC libC;

  @Override
  public VideoDevice open(Path file) throws DeviceException {
    if (libC == null) {
      libC = LibC.load();
    }
    try {
      return new Open(libC, libC.open(file.toString(), LibC.O_RDWR_NONBLOCK));
    } catch (LastErrorException e) {
      throw new DeviceException(e.getErrorCode());
    }
  }

  private record Open(LibC libC, int descriptor) implements VideoDevice {
    @Override
    public void ask(int request, ByteBuffer structure) throws DeviceException {
      try {
        libC.ioctl(descriptor, new NativeLong(request, true), structure);
      } catch (LastErrorException e) {
        throw new DeviceException(e.getErrorCode());
      }
    }

    @Override
    public void close() {
      try {
        libC.close(descriptor);
      } catch (LastErrorException e) {
        // Linux has let go of it all the same.
      }
    }
  }
}
