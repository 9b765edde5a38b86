package ferlive.app.camera;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Drivers that answer as Video4Linux wants it, or refuse. */
final class FakeVideoDevices implements VideoDevices {
  static final int CAMERA = 0x04200001;
  static final int METADATA = 0x04A00000;

  private static final int DEVICE_CAPS_VALID = 0x80000000;
  private static final int NO_MORE = 22;

  private final Map<String, Integer> capabilities = new HashMap<>();
  private final Map<String, Integer> refusals = new HashMap<>();
  private final Map<String, Integer> busy = new HashMap<>();
  private int open;

  /** A device that is there and free. */
  FakeVideoDevices with(String name, int capability) {
    capabilities.put(name, capability);
    return this;
  }

  /** A device that cannot be opened. */
  FakeVideoDevices refusing(String name, int errno) {
    refusals.put(name, errno);
    return this;
  }

  /** A camera that gives no buffers. */
  FakeVideoDevices withoutBuffers(String name, int errno) {
    busy.put(name, errno);
    return with(name, CAMERA);
  }

  /** Devices that were opened and not closed. */
  int open() {
    return open;
  }

  @Override
  public VideoDevice open(Path file) throws DeviceException {
    String name = file.getFileName().toString();
    if (!capabilities.containsKey(name)) {
      throw new DeviceException(refusals.getOrDefault(name, 2));
    }
    open++;
    return new Fake(name);
  }

  private final class Fake implements VideoDevice {
    private final String name;

    Fake(String name) {
      this.name = name;
    }

    @Override
    public void ask(int request, ByteBuffer structure) throws DeviceException {
      int size = request >> 16 & 0x3FFF;
      if (structure.capacity() != size) {
        throw new IllegalArgumentException(structure.capacity() + " bytes, expected " + size);
      }
      switch (request & 0xFF) {
        case 0 ->
            structure.putInt(84, 0x84A00001 | DEVICE_CAPS_VALID).putInt(88, capabilities.get(name));
        case 2 -> format(structure);
        case 8 -> {
          if (busy.containsKey(name)) {
            throw new DeviceException(busy.get(name));
          }
        }
        case 74 -> size(structure);
        case 75 -> interval(structure);
        default -> throw new DeviceException(25);
      }
    }

    private void format(ByteBuffer format) throws DeviceException {
      int code = code(item(List.of("YUYV", "MJPG", "ANY "), format.getInt(0)));
      format.putInt(44, code);
    }

    private void size(ByteBuffer size) throws DeviceException {
      if (size.getInt(4) == code("ANY ")) {
        item(List.of(0), size.getInt(0));
        size.putInt(8, 3).putInt(12, 16).putInt(16, 1920).putInt(24, 16).putInt(28, 1080);
        return;
      }
      int width = item(List.of(640, 1280), size.getInt(0));
      size.putInt(8, 1).putInt(12, width).putInt(16, width * 9 / 16);
    }

    private void interval(ByteBuffer interval) throws DeviceException {
      if (interval.getInt(4) == code("ANY ")) {
        interval.putInt(16, 3).putInt(20, 1).putInt(24, 60);
        return;
      }
      List<Integer> doubled = new ArrayList<>(List.of(15, 60));
      interval.putInt(16, 1).putInt(20, 2).putInt(24, item(doubled, interval.getInt(0)));
    }

    private <T> T item(List<T> items, int index) throws DeviceException {
      if (index >= items.size()) {
        throw new DeviceException(NO_MORE);
      }
      return items.get(index);
    }

    private int code(String letters) {
      return ByteBuffer.wrap(letters.getBytes(StandardCharsets.US_ASCII))
          .order(ByteOrder.nativeOrder())
          .getInt();
    }

    @Override
    public void close() {
      open--;
    }
  }
}
