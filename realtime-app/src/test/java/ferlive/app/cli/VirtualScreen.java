package ferlive.app.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ferlive.app.testing.ChildJvm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** An X server of its own, without a monitor, whose picture can be looked at and which can die. */
final class VirtualScreen implements AutoCloseable {
  private static final Path XDOTOOL = Path.of("/usr/bin/xdotool");

  private final Path folder;
  private final Process server;
  private final String display;

  /** Skips the running test where there is no Xvfb. */
  VirtualScreen(Path folder) throws IOException {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/Xvfb")) && Files.isExecutable(XDOTOOL),
        "skipped: Xvfb or xdotool is not there");
    this.folder = folder;
    this.server =
        new ProcessBuilder(
                "/usr/bin/Xvfb",
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1024x768x24",
                "-fbdir",
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    byte[] number = new byte[16];
    int length = server.getInputStream().read(number);
    this.display = ":" + new String(number, 0, length, StandardCharsets.US_ASCII).strip();
  }

  /** For the environment variable DISPLAY. */
  String display() {
    return display;
  }

  /** How many colours are to be seen, counted up to a thousand. */
  int colours() throws IOException {
    ByteBuffer dump = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("Xvfb_screen0")));
    // An XWD file: the header's length, then eighteen numbers on, how many colours follow it.
    int start = dump.getInt(0) + dump.getInt(19 * 4) * 12;
    Set<Integer> seen = new HashSet<>();
    for (int at = start; at + 4 <= dump.limit() && seen.size() < 1000; at += 4) {
      seen.add(dump.getInt(at));
    }
    return seen.size();
  }

  /** Presses a key in the window that has the keyboard. */
  void press(String key) {
    ChildJvm.run("timeout", "5", "env", "DISPLAY=" + display, XDOTOOL.toString(), "key", key);
  }

  /** The server dies as a screen's cable is pulled. */
  void kill() {
    server.destroyForcibly();
  }

  @Override
  public void close() {
    server.destroy();
  }
}
