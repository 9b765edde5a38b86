package ferlive.app.web;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Headers as any page or program may send them: name and value, a line each. */
public final class GateFuzz {
  private static final int PORT = 8080;
  private static final Set<String> HERE = Set.of("localhost:8080", "127.0.0.1:8080", "[::1]:8080");

  private GateFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    Headers headers = new Headers();
    for (String line : new String(data, StandardCharsets.ISO_8859_1).split("\n", -1)) {
      String[] header = line.split(": ", 2);
      if (header.length == 2) {
        add(headers, header[0], header[1]);
      }
    }
    if (new Gate(PORT).refusal(URI.create("/"), headers).isPresent()) {
      return;
    }
    List<String> hosts = headers.getOrDefault("Host", List.of());
    if (hosts.size() != 1 || !HERE.contains(hosts.get(0))) {
      throw new AssertionError("let in under the name " + hosts);
    }
    for (String origin : headers.getOrDefault("Origin", List.of())) {
      if (!origin.equals("http://" + hosts.get(0))) {
        throw new AssertionError("let in from the page " + origin);
      }
    }
  }

  /** As the server itself would take it, which refuses line breaks and what is no name. */
  private static void add(Headers headers, String name, String value) {
    try {
      headers.add(name, value);
    } catch (IllegalArgumentException | NullPointerException e) {
      // Never comes as far as the gate.
    }
  }
}
