package ferlive.app.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A real browser without a screen and without a network but loopback, which is steered over its
 * debugging port. A test that opens one is skipped where Chromium is not installed.
 */
public final class Chromium implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final ObjectMapper json = new ObjectMapper();
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final Process process;
  private final WebSocket socket;
  private int lastId;

  private Chromium(Process process, URI page) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(page, new Listener()).join();
  }

  /** Starts the browser. */
  public static Chromium open(Path profile) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                program(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--proxy-server=127.0.0.1:9",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return new Chromium(process, page(port(profile.resolve("DevToolsActivePort"))));
    } catch (IOException | InterruptedException | RuntimeException e) {
      end(process);
      throw e;
    }
  }

  private static String program() {
    List<String> folders = Arrays.asList(System.getenv("PATH").split(File.pathSeparator));
    List<Path> found =
        folders.stream()
            .map(folder -> Path.of(folder, "chromium"))
            .filter(Files::isExecutable)
            .toList();
    assumeTrue(!found.isEmpty(), "skipped: there is no chromium here");
    return found.get(0).toString();
  }

  private static int port(Path file) throws IOException, InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
      if (Files.exists(file) && Files.size(file) > 0) {
        return Integer.parseInt(Files.readAllLines(file).get(0));
      }
      Thread.sleep(100);
    }
    throw new IOException("chromium does not start");
  }

  private static URI page(int port) throws IOException, InterruptedException {
    URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
    for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
      String text =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
              .body();
      for (JsonNode target : new ObjectMapper().readTree(text)) {
        if (target.get("type").asText().equals("page")) {
          return URI.create(target.get("webSocketDebuggerUrl").asText());
        }
      }
      Thread.sleep(100);
    }
    throw new IOException("chromium opens no page");
  }

  /** Opens an address and waits until it is loaded. */
  public void go(String address) throws IOException, InterruptedException {
    call("Page.navigate", json.createObjectNode().put("url", address));
    for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
      if (evaluate("location.href !== 'about:blank' && document.readyState")
          .asText()
          .equals("complete")) {
        return;
      }
      Thread.sleep(100);
    }
    throw new IOException(address + " does not load");
  }

  /** What a script's last expression, or the promise that it is, comes to. */
  public JsonNode evaluate(String script) throws IOException, InterruptedException {
    ObjectNode parameters = json.createObjectNode();
    parameters.put("expression", script).put("returnByValue", true).put("awaitPromise", true);
    JsonNode answer = call("Runtime.evaluate", parameters);
    if (answer.has("exceptionDetails")) {
      throw new IOException(answer.get("exceptionDetails").toString());
    }
    return answer.get("result").path("value");
  }

  /** Presses and lets go of a key that writes a letter. */
  public void press(char key) throws IOException, InterruptedException {
    for (String type : List.of("keyDown", "keyUp")) {
      ObjectNode event = json.createObjectNode().put("type", type);
      call("Input.dispatchKeyEvent", event.put("key", key + "").put("text", key + ""));
    }
  }

  private JsonNode call(String method, ObjectNode parameters)
      throws IOException, InterruptedException {
    int id = ++lastId;
    ObjectNode request = json.createObjectNode().put("id", id).put("method", method);
    request.set("params", parameters);
    socket.sendText(request.toString(), true).join();
    while (true) {
      String message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new IOException("chromium does not answer " + method);
      }
      JsonNode answer = json.readTree(message);
      if (answer.path("id").asInt() == id) {
        if (answer.has("error")) {
          throw new IOException(answer.get("error").toString());
        }
        return answer.get("result");
      }
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      // By itself it leaves nothing behind.
      socket.sendText("{\"id\":0,\"method\":\"Browser.close\"}", true).join();
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (CompletionException e) {
      // It is gone already.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    socket.abort();
    end(process);
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        messages.add(text.toString());
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(from, part, last);
    }
  }
}
