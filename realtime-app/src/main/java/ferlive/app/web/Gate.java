package ferlive.app.web;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Turns away what no page of ours sends: before anything else is looked at, so that a foreign page
 * that a browser was lured to, or a name that was bent to this machine, learns nothing.
 *
 * <p>Thread-safe.
 */
final class Gate {
  static final int TOO_LARGE = 431;
  static final int FORBIDDEN = 403;
  static final int MOST_HEADER_BYTES = 8 << 10;

  private final Set<String> hosts;

  /**
   * @param port that the server listens at
   */
  Gate(int port) {
    this.hosts = Set.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port);
  }

  /** The status to refuse a request with, or empty for one that may come in. */
  OptionalInt refusal(URI address, Headers headers) {
    if (size(address, headers) > MOST_HEADER_BYTES) {
      return OptionalInt.of(TOO_LARGE);
    }
    List<String> host = headers.getOrDefault("Host", List.of());
    if (host.size() != 1 || !hosts.contains(host.get(0))) {
      return OptionalInt.of(FORBIDDEN);
    }
    // A browser names the page that a request comes from; what is no browser need not.
    boolean foreign =
        headers.getOrDefault("Origin", List.of()).stream()
            .anyMatch(origin -> !origin.equals("http://" + host.get(0)));
    return foreign ? OptionalInt.of(FORBIDDEN) : OptionalInt.empty();
  }

  private static int size(URI address, Headers headers) {
    int size = address.toString().length();
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      for (String value : header.getValue()) {
        size += header.getKey().length() + value.length() + ": \r\n".length();
      }
    }
    return size;
  }
}
