package ferlive.app.camera;

import ferlive.app.camera.VideoDevices.DeviceException;
import ferlive.app.camera.VideoDevices.VideoDevice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Asks a device in the words of Video4Linux 2 (Linux kernel, {@code
 * include/uapi/linux/videodev2.h}): what it is, and what pictures it gives.
 *
 * <p>Numbers and offsets below are those of 64-bit Linux. Each call fills in a structure, whose
 * size is part of the call's number.
 */
final class Video4Linux {
  private static final int QUERYCAP = 0x80685600;
  private static final int ENUM_FMT = 0xC0405602;
  private static final int REQBUFS = 0xC0145608;
  private static final int ENUM_FRAMESIZES = 0xC02C564A;
  private static final int ENUM_FRAMEINTERVALS = 0xC034564B;

  private static final int VIDEO_CAPTURE = 1;
  private static final int MEMORY_MAP = 1;
  private static final int DISCRETE = 1;
  private static final int DEVICE_CAPS_VALID = 0x80000000;

  /** A driver that never ends its lists is not believed. */
  private static final int LONGEST_LIST = 256;

  private final VideoDevice device;

  Video4Linux(VideoDevice device) {
    this.device = device;
  }

  /** Whether it gives pictures: a camera also has devices for other data. */
  boolean isCamera() throws DeviceException {
    ByteBuffer capability = structure(104);
    device.ask(QUERYCAP, capability);
    int all = capability.getInt(84);
    int own = (all & DEVICE_CAPS_VALID) != 0 ? capability.getInt(88) : all;
    return (own & VIDEO_CAPTURE) != 0;
  }

  /** Asks for no buffers, which is refused as long as another program has some. */
  void requireFree() throws DeviceException {
    device.ask(REQBUFS, structure(20).putInt(4, VIDEO_CAPTURE).putInt(8, MEMORY_MAP));
  }

  /** All that it can give, in the driver's order of formats, the largest first. */
  List<CameraMode> modes() {
    List<CameraMode> modes = new ArrayList<>();
    for (int i = 0; i < LONGEST_LIST; i++) {
      ByteBuffer format = structure(64).putInt(0, i).putInt(4, VIDEO_CAPTURE);
      if (!answers(ENUM_FMT, format)) {
        break;
      }
      List<CameraMode> sizes = sizes(format.getInt(44));
      sizes.sort(
          Comparator.comparingInt((CameraMode mode) -> mode.width() * mode.height()).reversed());
      modes.addAll(sizes);
    }
    return modes;
  }

  private List<CameraMode> sizes(int format) {
    List<CameraMode> sizes = new ArrayList<>();
    for (int i = 0; i < LONGEST_LIST; i++) {
      ByteBuffer size = structure(44).putInt(0, i).putInt(4, format);
      if (!answers(ENUM_FRAMESIZES, size)) {
        break;
      }
      if (size.getInt(8) != DISCRETE) {
        // Any size within limits: least width, greatest, step, the same of height.
        sizes.add(mode(format, size.getInt(16), size.getInt(28)));
        break;
      }
      sizes.add(mode(format, size.getInt(12), size.getInt(16)));
    }
    return sizes;
  }

  private CameraMode mode(int format, int width, int height) {
    List<Double> fps = new ArrayList<>();
    for (int i = 0; i < LONGEST_LIST; i++) {
      ByteBuffer interval =
          structure(52).putInt(0, i).putInt(4, format).putInt(8, width).putInt(12, height);
      if (!answers(ENUM_FRAMEINTERVALS, interval) || interval.getInt(20) == 0) {
        break;
      }
      // The shortest interval stands first also where any between two is allowed.
      fps.add(interval.getInt(24) / (double) interval.getInt(20));
      if (interval.getInt(16) != DISCRETE) {
        break;
      }
    }
    fps.sort(Comparator.reverseOrder());
    return new CameraMode(name(format), width, height, fps);
  }

  private boolean answers(int request, ByteBuffer structure) {
    try {
      device.ask(request, structure);
      return true;
    } catch (DeviceException e) {
      // This is how a list ends.
      return false;
    }
  }

  /** A format's number is four letters. */
  private static String name(int format) {
    byte[] letters = structure(4).putInt(0, format).array();
    return new String(letters, StandardCharsets.US_ASCII).strip();
  }

  private static ByteBuffer structure(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
  }
}
