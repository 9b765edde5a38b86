package ferlive.app.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxCamerasTest {
  private static final int EACCES = 13;
  private static final int EBUSY = 16;
  private static final int EINVAL = 22;

  private final FakeVideoDevices devices = new FakeVideoDevices();
  @TempDir private Path kernel;
  @TempDir private Path files;
  private LinuxCameras cameras;

  @BeforeEach
  void make() {
    cameras = new LinuxCameras(kernel, files, devices);
  }

  @AfterEach
  void everyDevice_isClosed() {
    assertThat(devices.open()).isZero();
  }

  @Test
  void list_isEmptyWithoutDriver() throws IOException {
    Files.delete(kernel);

    assertThat(cameras.list()).isEmpty();
  }

  @Test
  void list_tellsNameAndModesByNumber() throws IOException {
    plug("video10", "Second");
    plug("video2", "HD Webcam: HD Webcam");
    plug("video3", "HD Webcam: HD Webcam");
    devices
        .with("video10", FakeVideoDevices.CAMERA)
        .with("video2", FakeVideoDevices.CAMERA)
        .with("video3", FakeVideoDevices.METADATA);

    List<Camera> found = cameras.list();

    assertThat(found).extracting(Camera::number).containsExactly(2, 10);
    Camera first = found.get(0);
    assertThat(first.name()).isEqualTo("HD Webcam: HD Webcam");
    assertThat(first.device()).isEqualTo(files.resolve("video2").toString());
    assertThat(first.fault()).isEmpty();
    assertThat(first.modes())
        .containsExactly(
            new CameraMode("YUYV", 1280, 720, List.of(30.0, 7.5)),
            new CameraMode("YUYV", 640, 360, List.of(30.0, 7.5)),
            new CameraMode("MJPG", 1280, 720, List.of(30.0, 7.5)),
            new CameraMode("MJPG", 640, 360, List.of(30.0, 7.5)),
            new CameraMode("ANY", 1920, 1080, List.of(60.0)));
  }

  @Test
  void list_saysWhyACameraCannotBeUsed() throws IOException {
    plug("video0", "Not mine");
    plug("video1", "Taken");
    plug("video2", "Without buffers of its own");
    devices
        .refusing("video0", EACCES)
        .withoutBuffers("video1", EBUSY)
        .withoutBuffers("video2", EINVAL);

    assertThat(cameras.list())
        .extracting(camera -> camera.fault().orElse(null))
        .containsExactly(CameraFault.FORBIDDEN, CameraFault.IN_USE, null);
  }

  @Test
  void fault_isFoundByNumberAndByDevice() throws IOException {
    plug("video1", "Taken");
    devices.withoutBuffers("video1", EBUSY);

    assertThat(cameras.fault("0")).contains(CameraFault.GONE);
    assertThat(cameras.fault("1")).contains(CameraFault.IN_USE);
    assertThat(cameras.fault(files.resolve("video1").toString())).contains(CameraFault.IN_USE);
  }

  @Test
  void fault_tellsAllReasonsApart() throws IOException {
    plug("video0", "Not mine");
    plug("video1", "Pulled out just now");
    plug("video2", "Other data");
    plug("video3", "Broken");
    devices
        .refusing("video0", EACCES)
        .refusing("video1", 19)
        .with("video2", FakeVideoDevices.METADATA)
        .refusing("video3", 5);

    assertThat(cameras.fault("0")).contains(CameraFault.FORBIDDEN);
    assertThat(cameras.fault("1")).contains(CameraFault.GONE);
    assertThat(cameras.fault("2")).contains(CameraFault.UNUSABLE);
    assertThat(cameras.fault("3")).contains(CameraFault.UNUSABLE);
  }

  /** A device as the kernel lists it, and its file. */
  private void plug(String name, String title) throws IOException {
    Path folder = Files.createDirectory(kernel.resolve(name));
    Files.writeString(folder.resolve("name"), title + "\n");
    Files.createFile(files.resolve(name));
  }
}
