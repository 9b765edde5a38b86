package ferlive.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.frame.Frame;
import ferlive.app.testing.FixedAnalyzer;
import ferlive.app.testing.Frames;
import ferlive.app.view.SharedView;
import ferlive.app.view.View;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many that ask and do not read what they get. */
@Timeout(60)
class SlowClientsTest {
  private static final int CLIENTS = 50;
  private static final int FRAMES = 60;

  /** A twentieth of the time from one frame to the next at 30 a second. */
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(1) / 30 / 20;

  @Test
  void accept_isAsQuickAsWithoutThem() throws Exception {
    try (WebSink sink = sink();
        Frames frames = new Frames();
        Frame picture = frames.gradient(640, 480, 0, 1)) {
      long[] alone = film(sink, picture);
      List<Socket> clients = new ArrayList<>();
      try {
        for (int i = 0; i < CLIENTS; i++) {
          clients.add(ask(URI.create(sink.address()), i));
        }
        long[] watched = film(sink, picture);

        assertThat(watched[FRAMES / 2] - alone[FRAMES / 2]).isLessThan(MOST_NANOS);
        assertThat(clients.stream().map(SlowClientsTest::status).filter("503"::equals))
            .hasSize(CLIENTS - Clients.MOST);
      } finally {
        for (Socket client : clients) {
          client.close();
        }
      }
    }
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

  private static Socket ask(URI address, int client) throws IOException {
    Socket socket = new Socket(InetAddress.getByName(address.getHost()), address.getPort());
    String request =
        "GET /picture?after=0 HTTP/1.1\r\nHost: %s:%d\r\n%s: %s\r\n%s: %d\r\n\r\n"
            .formatted(
                address.getHost(),
                address.getPort(),
                Pages.TOKEN,
                address.getFragment(),
                Pages.CLIENT,
                client);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String status(Socket client) {
    try {
      byte[] begin = client.getInputStream().readNBytes("HTTP/1.1 200".length());
      return new String(begin, StandardCharsets.US_ASCII).split(" ", 2)[1];
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static WebSink sink() {
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
