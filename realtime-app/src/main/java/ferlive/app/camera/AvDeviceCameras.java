package ferlive.app.camera;

import static org.bytedeco.ffmpeg.global.avdevice.avdevice_free_list_devices;
import static org.bytedeco.ffmpeg.global.avdevice.avdevice_list_input_sources;
import static org.bytedeco.ffmpeg.global.avdevice.avdevice_register_all;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avdevice.AVDeviceInfo;
import org.bytedeco.ffmpeg.avdevice.AVDeviceInfoList;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.Pointer;

/**
 * Cameras of Windows and macOS as FFmpeg lists them: names without modes. Untested on both.
 * Confined to one thread.
 */
final class AvDeviceCameras implements Cameras {
  private final String framework;

  /**
   * @param framework FFmpeg's name of the system's cameras: dshow, avfoundation
   */
  AvDeviceCameras(String framework) {
    this.framework = framework;
  }

  @Override
  public List<Camera> list() {
    avdevice_register_all();
    AVInputFormat format = av_find_input_format(framework);
    if (format == null) {
      return List.of();
    }
    try (AVDeviceInfoList found = new AVDeviceInfoList((Pointer) null)) {
      if (avdevice_list_input_sources(format, (String) null, (AVDictionary) null, found) < 0) {
        return List.of();
      }
      try {
        return cameras(found);
      } finally {
        avdevice_free_list_devices(found);
      }
    }
  }

  private static List<Camera> cameras(AVDeviceInfoList found) {
    List<Camera> cameras = new ArrayList<>();
    for (int i = 0; i < found.nb_devices(); i++) {
      AVDeviceInfo device = found.devices(i);
      if (isVideo(device)) {
        cameras.add(
            new Camera(
                cameras.size(),
                device.device_name().getString(),
                device.device_description().getString(),
                List.of(),
                Optional.empty()));
      }
    }
    return cameras;
  }

  private static boolean isVideo(AVDeviceInfo device) {
    for (int i = 0; i < device.nb_media_types(); i++) {
      if (device.media_types().get(i) == AVMEDIA_TYPE_VIDEO) {
        return true;
      }
    }
    return device.nb_media_types() == 0;
  }

  /** These systems do not tell before it is tried. */
  @Override
  public Optional<CameraFault> fault(String device) {
    return Optional.empty();
  }
}
