package ferlive.app.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Clients of the browser view that ask for the picture and hardly read what they get. */
final class SlowClients implements AutoCloseable {
  private final URI address;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong served = new AtomicLong();

  /**
   * @param address as the sink tells it, with the token
   */
  SlowClients(String address) {
    this.address = URI.create(address);
  }

  /** Asks once, and leaves the answer where it is; the caller closes the socket. */
  Socket ask(int client) throws IOException {
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

  /** The status code of an answer, of which no more is read. */
  static String status(Socket client) {
    try {
      byte[] begin = client.getInputStream().readNBytes("HTTP/1.1 200".length());
      return new String(begin, StandardCharsets.US_ASCII).split(" ", 2)[1];
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Lets so many ask again and again, half a second over each answer, until closed. */
  void keepAsking(int clients) {
    for (int i = 0; i < clients; i++) {
      int client = i;
      Thread thread = new Thread(() -> keepAsking(String.valueOf(client), client), "client");
      threads.add(thread);
      thread.start();
    }
  }

  private void keepAsking(String name, int client) {
    while (!Thread.currentThread().isInterrupted()) {
      try (Socket socket = ask(client)) {
        ("503".equals(status(socket)) ? refused : served).incrementAndGet();
        TimeUnit.MILLISECONDS.sleep(500);
      } catch (IOException e) {
        throw new IllegalStateException("client " + name, e);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Answers that told the client to come again later. */
  long refused() {
    return refused.get();
  }

  /** Other answers. */
  long served() {
    return served.get();
  }

  @Override
  public void close() throws InterruptedException {
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      thread.join();
    }
    threads.clear();
  }
}
