package ferlive.app.camera;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Opens video devices to ask them things; a test has its own. */
interface VideoDevices {
  /**
   * Opens a device. The caller closes it.
   *
   * @throws DeviceException when it cannot be opened
   */
  VideoDevice open(Path file) throws DeviceException;

  /** An open device. Confined to one thread. */
  interface VideoDevice extends AutoCloseable {
    /**
     * Hands a structure to the driver, which fills it in.
     *
     * @param request number of the call
     * @throws DeviceException when the driver refuses
     */
    void ask(int request, ByteBuffer structure) throws DeviceException;

    @Override
    void close();
  }

  /** A refusal of the system. */
  final class DeviceException extends Exception {
    private final int errno;

    /**
     * @param errno the system's error number
     */
    DeviceException(int errno) {
      super("error " + errno);
      this.errno = errno;
    }

    /** The system's error number. */
    int errno() {
      return errno;
    }
  }
}
