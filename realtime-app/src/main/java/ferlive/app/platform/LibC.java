package ferlive.app.platform;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.nio.ByteBuffer;

/**
 * The few functions of the C library that this program calls itself, on Linux and macOS.
 *
 * <p><b>Errors</b>: {@link LastErrorException} with the system's error number. <b>Threading</b>:
 * thread-safe, but for {@link #setenv}.
 */
public interface LibC extends Library {
  /** Flags of {@link #open}: reading and writing, without waiting for the device. */
  int O_RDWR_NONBLOCK = 0x802;

  /** Loads the library's calls. */
  static LibC load() {
    return Native.load("c", LibC.class);
  }

  /** Opens a file; the caller closes what it gives. */
  int open(String file, int flags, Object... more) throws LastErrorException;

  /** Asks a device to do something with a structure. */
  int ioctl(int descriptor, NativeLong request, ByteBuffer structure) throws LastErrorException;

  /** Closes an open file. */
  int close(int descriptor) throws LastErrorException;

  /** Sets a variable of the environment, for native code; Java's own copy stays as it was. */
  int setenv(String name, String value, int overwrite) throws LastErrorException;
}
