package ferlive.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.view.Command;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server answers to requests, honest and other ones. */
@Timeout(60)
class WebServerTest {
  private static final String ASK = "/picture?after=0";

  private final Token token = Token.random();
  private final LatestPicture pictures = new LatestPicture();
  private final List<Command> asked = Collections.synchronizedList(new ArrayList<>());
  private final WebServer server =
      new WebServer(
          0,
          port ->
              new Pages(
                  new Gate(port),
                  token,
                  new Clients(System::nanoTime),
                  pictures,
                  List.of(Command.BARS),
                  asked::add));
  private final int port = server.port();
  private final String host = "Host: 127.0.0.1:" + port;
  private final String secret = "X-Ferlive-Token: " + token.text();
  private final String client = "X-Ferlive-Client: a";

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/app.js", "/style.css"})
  void page_isForAnybodyOnThisMachineAndForbidsWhatItDoesNotNeed(String path) throws IOException {
    String head =
        RawRequest.send("127.0.0.1", port, "GET " + path + " HTTP/1.1\r\n" + host + "\r\n\r\n");

    assertThat(head).startsWith("HTTP/1.1 200");
    assertThat(head.toLowerCase(Locale.ROOT))
        .contains(
            "content-security-policy: default-src 'self'",
            "frame-ancestors 'none'",
            "x-content-type-options: nosniff",
            "cache-control: no-store",
            "referrer-policy: no-referrer")
        .doesNotContain("access-control");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:PORT",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.0.0.1.evil.example:PORT",
        "localhost.:PORT",
        "0.0.0.0:PORT",
        "[::]:PORT",
        "LOCALHOST:PORT@evil.example"
      })
  void host_isRefusedWhenItIsNotThisMachine(String bad) throws IOException {
    String header = "Host: " + bad.replace("PORT", port + "");

    assertThat(RawRequest.get(port, "/", header)).isEqualTo(403);
    assertThat(RawRequest.get(port, ASK, header, secret, client)).isEqualTo(403);
  }

  @Test
  void host_isRefusedWhenItIsMissingOrTwofold() throws IOException {
    assertThat(RawRequest.get(port, "/")).isIn(400, 403);
    assertThat(RawRequest.get(port, "/", host, "Host: evil.example")).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "https://127.0.0.1:PORT",
        "http://127.0.0.1",
        "http://localhost:PORT",
        "http://127.0.0.1:PORT.evil.example",
        "null",
        "file://"
      })
  void origin_isRefusedWhenItIsAForeignPage(String bad) throws IOException {
    String origin = "Origin: " + bad.replace("PORT", port + "");

    assertThat(RawRequest.get(port, ASK, host, origin, secret, client)).isEqualTo(403);
    assertThat(RawRequest.request(port, "POST", "/command", host, origin, secret)).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/picture?after=0", "/commands"})
  void token_isAskedForWhateverShowsSomething(String path) throws IOException {
    String almost = token.text().substring(0, 31) + (token.text().endsWith("0") ? "1" : "0");

    assertThat(RawRequest.get(port, path, host, client)).isEqualTo(401);
    assertThat(RawRequest.get(port, path, host, client, "X-Ferlive-Token:")).isEqualTo(401);
    assertThat(RawRequest.get(port, path, host, client, "X-Ferlive-Token: " + almost))
        .isEqualTo(401);
    assertThat(RawRequest.get(port, path + "?token=" + token.text(), host, client)).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../app.js",
        "/..%2f..%2fetc/passwd",
        "/%2e%2e/app.js",
        "//app.js",
        "/app.js/",
        "/index.html",
        "/app.js%00",
        "/Pages.class",
        "/etc/passwd"
      })
  void path_isUnknownUnlessItIsOneOfAFew(String path) throws IOException {
    assertThat(RawRequest.get(port, path, host, secret, client)).isIn(400, 404);
  }

  @Test
  void headers_areRefusedBeyondEightKilobytes() throws IOException {
    String fits = "X: " + "x".repeat(7 << 10);
    String large = "X: " + "x".repeat(10_000);

    assertThat(RawRequest.get(port, "/", host, fits)).isEqualTo(200);
    assertThat(RawRequest.get(port, "/", host, large)).isEqualTo(431);
    assertThat(RawRequest.get(port, "/?" + "x".repeat(10_000), host)).isEqualTo(431);
  }

  @Test
  void methods_changeNothingButTheOneThatIsMeantTo() throws IOException {
    assertThat(RawRequest.get(port, "/command", host, secret)).isEqualTo(405);
    assertThat(RawRequest.request(port, "POST", ASK, host, secret, client)).isEqualTo(405);
    assertThat(RawRequest.request(port, "OPTIONS", "/command", host)).isEqualTo(405);
    assertThat(RawRequest.request(port, "DELETE", "/", host)).isEqualTo(405);
    assertThat(asked).isEmpty();
  }

  @Test
  void command_isDoneWhenItIsOffered() throws IOException {
    assertThat(post("b")).isEqualTo(204);
    assertThat(asked).containsExactly(Command.BARS);

    assertThat(post("q")).as("is not offered").isEqualTo(400);
    assertThat(post("bb")).isEqualTo(400);
    assertThat(post("")).isEqualTo(400);
    assertThat(post("b".repeat(1000))).isEqualTo(400);
    assertThat(asked).hasSize(1);
  }

  @Test
  void picture_isSentWithItsNumberAndRefusedWithoutANameOrAPlace() throws IOException {
    pictures.show("{}\njpeg".getBytes(StandardCharsets.UTF_8));

    assertThat(RawRequest.get(port, ASK, host, secret, client)).isEqualTo(200);
    assertThat(RawRequest.get(port, "/picture", host, secret, client)).isEqualTo(400);
    assertThat(RawRequest.get(port, "/picture?after=-1", host, secret, client)).isEqualTo(400);
    assertThat(RawRequest.get(port, ASK, host, secret)).isEqualTo(400);
    for (int i = 1; i < Clients.MOST; i++) {
      assertThat(RawRequest.get(port, ASK, host, secret, client + i)).isEqualTo(200);
    }
    assertThat(RawRequest.get(port, ASK, host, secret, client + "z")).isEqualTo(503);
  }

  @Test
  void server_listensAtLoopbackOnlyAndRefusesAPortThatIsTaken() throws IOException {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    for (InetAddress address : others) {
      assertThatThrownBy(() -> RawRequest.send(address.getHostAddress(), port, "x"))
          .isInstanceOf(IOException.class);
    }
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> new WebServer(taken.getLocalPort(), found -> exchange -> {}).close())
          .isInstanceOfSatisfying(
              AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT));
    }
  }

  private int post(String body) throws IOException {
    String head =
        RawRequest.send(
            "127.0.0.1",
            port,
            "POST /command HTTP/1.1\r\n%s\r\n%s\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(host, secret, body.length(), body));
    return Integer.parseInt(head.split(" ", 3)[1]);
  }
}
