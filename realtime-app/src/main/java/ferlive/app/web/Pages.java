package ferlive.app.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import ferlive.app.view.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What there is to be asked for: the page and its parts for anybody on this machine, pictures and
 * commands for who has the token. Reading changes nothing; a command is posted as its key.
 *
 * <p>Thread-safe.
 */
final class Pages implements WebServer.Answer {
  static final String TOKEN = "X-Ferlive-Token";
  static final String CLIENT = "X-Ferlive-Client";

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final int BAD_METHOD = 405;
  private static final int TOO_MANY = 503;
  private static final long WAIT_MILLIS = 2_000;
  private static final int LONGEST_KEY = 8;

  /** The number of the picture that a client has. */
  private static final Pattern AFTER = Pattern.compile("after=(\\d{1,18})");

  private static final Map<String, String> POLICY =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  /** Path, file and type of what the page is made of. */
  private static final Map<String, Part> PARTS =
      Map.of(
          "/", new Part("index.html", "text/html; charset=utf-8"),
          "/app.js", new Part("app.js", "text/javascript; charset=utf-8"),
          "/style.css", new Part("style.css", "text/css; charset=utf-8"));

  private final Gate gate;
  private final Token token;
  private final Clients clients;
  private final LatestPicture pictures;
  private final byte[] commands;
  private final List<Command> offered;
  private final Consumer<Command> asked;

  private record Part(String file, String type) {}

  /**
   * @param offered commands that a page may give
   * @param asked does them
   */
  Pages(
      Gate gate,
      Token token,
      Clients clients,
      LatestPicture pictures,
      List<Command> offered,
      Consumer<Command> asked) {
    this.gate = gate;
    this.token = token;
    this.clients = clients;
    this.pictures = pictures;
    this.offered = List.copyOf(offered);
    this.commands = describe(offered);
    this.asked = asked;
  }

  private static byte[] describe(List<Command> offered) {
    List<Map<String, String>> described =
        offered.stream()
            .map(command -> Map.of("key", command.key() + "", "does", command.does()))
            .toList();
    try {
      return new ObjectMapper().writeValueAsBytes(described);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void to(HttpExchange exchange) throws IOException {
    POLICY.forEach(exchange.getResponseHeaders()::set);
    OptionalInt refusal = gate.refusal(exchange.getRequestURI(), exchange.getRequestHeaders());
    if (refusal.isPresent()) {
      send(exchange, refusal.getAsInt());
      return;
    }
    String path = exchange.getRequestURI().getRawPath();
    if (PARTS.containsKey(path)) {
      sendPart(exchange, PARTS.get(path));
      return;
    }
    switch (path) {
      case "/commands" -> withToken(exchange, "GET", this::sendCommands);
      case "/picture" -> withToken(exchange, "GET", this::sendPicture);
      case "/command" -> withToken(exchange, "POST", this::obey);
      default -> send(exchange, NOT_FOUND);
    }
  }

  private void withToken(HttpExchange exchange, String method, WebServer.Answer answer)
      throws IOException {
    if (!exchange.getRequestMethod().equals(method)) {
      send(exchange, BAD_METHOD);
    } else if (!token.isSame(exchange.getRequestHeaders().getFirst(TOKEN))) {
      send(exchange, UNAUTHORIZED);
    } else {
      answer.to(exchange);
    }
  }

  private static void sendPart(HttpExchange exchange, Part part) throws IOException {
    if (!exchange.getRequestMethod().equals("GET")) {
      send(exchange, BAD_METHOD);
      return;
    }
    try (InputStream file = Pages.class.getResourceAsStream(part.file)) {
      send(exchange, part.type, file.readAllBytes());
    }
  }

  private void sendCommands(HttpExchange exchange) throws IOException {
    send(exchange, "application/json", commands);
  }

  /** Sends the picture after the one that the client has, as soon as there is one. */
  private void sendPicture(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    String client = headers.getFirst(CLIENT);
    Matcher after = AFTER.matcher(exchange.getRequestURI().getRawQuery() + "");
    if (client == null || !after.matches()) {
      send(exchange, BAD_REQUEST);
    } else if (!clients.enter(client)) {
      send(exchange, TOO_MANY);
    } else {
      try {
        sendPicture(exchange, Long.parseLong(after.group(1)));
      } finally {
        clients.leave(client);
      }
    }
  }

  private void sendPicture(HttpExchange exchange, long after) throws IOException {
    Optional<LatestPicture.Shown> shown;
    try {
      shown = pictures.await(after, WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (shown.isEmpty()) {
      send(exchange, NO_CONTENT);
    } else {
      exchange.getResponseHeaders().set("X-Ferlive-Picture", shown.get().number() + "");
      send(exchange, "application/octet-stream", shown.get().message());
    }
  }

  private void obey(HttpExchange exchange) throws IOException {
    String key =
        new String(exchange.getRequestBody().readNBytes(LONGEST_KEY), StandardCharsets.UTF_8);
    Optional<Command> command = key.length() == 1 ? Command.of(key.charAt(0)) : Optional.empty();
    if (command.filter(offered::contains).isEmpty()) {
      send(exchange, BAD_REQUEST);
    } else {
      asked.accept(command.get());
      send(exchange, NO_CONTENT);
    }
  }

  private static void send(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(OK, body.length);
    exchange.getResponseBody().write(body);
  }
}
