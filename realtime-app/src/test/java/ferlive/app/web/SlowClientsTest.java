package ferlive.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.frame.Frame;
import ferlive.app.testing.ChildJvm;
import ferlive.app.testing.FixedAnalyzer;
import ferlive.app.testing.Frames;
import ferlive.app.testing.Soak;
import ferlive.app.view.SharedView;
import ferlive.app.view.View;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Many that ask and do not read what they get. */
@Timeout(240)
class SlowClientsTest {
  private static final int CLIENTS = 50;
  private static final int FRAMES = 60;

  /** A twentieth of the time from one frame to the next at 30 a second. */
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(1) / 30 / 20;

  @TempDir private Path folder;

  @Test
  void accept_isAsQuickAsWithoutThem() throws Exception {
    try (WebSink sink = sink();
        Frames frames = new Frames();
        Frame picture = frames.gradient(640, 480, 0, 1)) {
      long[] alone = film(sink, picture);
      List<Socket> clients = new ArrayList<>();
      try (SlowClients slow = new SlowClients(sink.address())) {
        for (int i = 0; i < CLIENTS; i++) {
          clients.add(slow.ask(i));
        }
        long[] watched = film(sink, picture);

        assertThat(watched[FRAMES / 2] - alone[FRAMES / 2]).isLessThan(MOST_NANOS);
        assertThat(clients.stream().map(SlowClients::status).filter("503"::equals))
            .hasSize(CLIENTS - Clients.MOST);
      } finally {
        for (Socket client : clients) {
          client.close();
        }
      }
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void run_keepsItsPaceAndItsMemoryWhileTheyAskAgain() throws Exception {
    long seconds = Soak.time(Duration.ofSeconds(4), Duration.ofSeconds(60)).toSeconds();
    Path output = folder.resolve("out");
    List<String> command =
        Stream.concat(
                ChildJvm.LAUNCHER_FLAGS.stream(),
                Stream.of(SlowClientsRun.class.getName(), "" + CLIENTS, "" + seconds))
            .toList();

    try (ChildJvm child = new ChildJvm(Map.of(), Path.of("").toAbsolutePath(), output, command)) {
      assertThat(child.exitCode(2 * seconds + 60)).isZero();
    }

    String line = Files.readString(output).strip();
    System.out.println("slow clients: frames/s alone, watched; MB; refused, served: " + line);
    double[] told = Arrays.stream(line.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    assertThat(told[1]).as("frames a second").isGreaterThan(0.95 * told[0]);
    assertThat(told[2]).as("megabytes").isLessThanOrEqualTo(30);
    assertThat(told[3]).as("refused").isGreaterThan(CLIENTS - Clients.MOST);
    assertThat(told[4]).as("served").isPositive();
  }

  /** How long each frame took to be taken, shortest first. */
  private static long[] film(WebSink sink, Frame picture) throws InterruptedException {
    long[] nanos = new long[FRAMES];
    for (int i = 0; i < FRAMES; i++) {
      long start = System.nanoTime();
      sink.accept("demo", picture, FixedAnalyzer.result(i, i / 30.0, 640, 480));
      nanos[i] = System.nanoTime() - start;
      Thread.sleep(20);
    }
    Arrays.sort(nanos);
    return nanos;
  }

  static WebSink sink() {
    return new WebSink(
        0,
        FixedAnalyzer.LABELS,
        (picture, faces, view) -> {},
        () -> "",
        new SharedView(View.initial()),
        List.of(),
        command -> {});
  }
}
