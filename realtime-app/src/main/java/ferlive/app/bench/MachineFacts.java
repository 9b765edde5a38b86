package ferlive.app.bench;

import ai.onnxruntime.OrtEnvironment;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.opencv.global.opencv_core;

/**
 * What a figure was measured on.
 *
 * @param cpu the processor's name, or its architecture where the system does not tell
 * @param cores that this process may use
 * @param memoryMegabytes of the machine, or of the container that this process is held to
 * @param java the JVM's name and version
 * @param jvmArguments that it was started with, which the launcher and {@code java -jar} do not
 *     share
 * @param os name and version
 * @param libraries versions of what does the work
 */
public record MachineFacts(
    String cpu,
    int cores,
    long memoryMegabytes,
    String java,
    String jvmArguments,
    String os,
    Map<String, String> libraries) {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  /** This machine. */
  public static MachineFacts read() {
    return new MachineFacts(
        cpuName(),
        Runtime.getRuntime().availableProcessors(),
        SYSTEM.getTotalMemorySize() >> 20,
        property("java.vm.name") + " " + property("java.vm.version"),
        String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()),
        property("os.name") + " " + property("os.version"),
        new TreeMap<>(
            Map.of(
                "opencv", opencv_core.CV_VERSION,
                "ffmpeg", avutil.av_version_info().getString(),
                "onnxruntime", OrtEnvironment.getEnvironment().getVersion())));
  }

  private static String cpuName() {
    try {
      List<String> lines = Files.readAllLines(CPU_INFO, StandardCharsets.UTF_8);
      for (String line : lines) {
        if (line.startsWith("model name")) {
          return line.substring(line.indexOf(':') + 1).trim();
        }
      }
    } catch (IOException e) {
      // Not Linux: the architecture has to do.
    }
    return property("os.arch");
  }

  private static String property(String key) {
    return System.getProperty(key, "unknown");
  }
}
