package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.testing.InternetSockets;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program by itself, for a user who has never run it, and looks at what it leaves. */
@EnabledOnOs(OS.LINUX)
class DefaultRunTest {
  private static final int FRAMES = 60;

  @TempDir private Path home;
  @TempDir private Path temporary;
  @TempDir private Path working;
  @TempDir private Path output;

  @Test
  @Timeout(120)
  void demo_leavesNothingButNativeCachesAndOpensNoInternetSocket() throws Exception {
    Process process = start();
    Set<String> sockets = new TreeSet<>();
    while (process.isAlive()) {
      sockets.addAll(InternetSockets.of(process.pid()));
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }

    assertThat(process.exitValue()).as(Files.readString(output.resolve("text"))).isZero();
    assertThat(sockets).isEmpty();
    assertThat(files(working)).isEmpty();
    assertThat(files(temporary)).isEmpty();
    // Natives; with a window its place, and Java's own list of the system's fonts.
    assertThat(files(home))
        .isNotEmpty()
        .allMatch(
            file ->
                file.matches(
                    "\\.cache/ferlive/natives/.*|\\.java/fonts/.*\\.properties"
                        + "|\\.config/ferlive/window\\.properties"));
  }

  @Test
  void sockets_ofThisProcessAreSeen() throws IOException {
    long pid = ProcessHandle.current().pid();
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.format("%04X", socket.getLocalPort());
      assertThat(InternetSockets.of(pid)).anyMatch(line -> line.contains(":" + port + " "));
    }
  }

  /** As {@code java -jar} would, without what the launcher sets. */
  private Process start() throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Duser.home=" + home,
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                absolute(System.getProperty("java.class.path")),
                AppMain.class.getName(),
                "live",
                "--source",
                "demo",
                "--frames",
                Integer.toString(FRAMES)));
    if (GraphicsEnvironment.isHeadless()) {
      line.add("--headless");
    }
    ProcessBuilder builder = new ProcessBuilder(line).directory(working.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("XDG_") || name.startsWith("ORT_"));
    builder.environment().put("HOME", home.toString());
    builder.environment().put("TMPDIR", temporary.toString());
    builder.environment().put("FERLIVE_HOME", Path.of("..").toRealPath().toString());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(output.resolve("text").toFile())
        .start();
  }

  private static String absolute(String classPath) {
    return Stream.of(classPath.split(":"))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((one, other) -> one + ":" + other)
        .orElseThrow();
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .toList();
    }
  }
}
