package ferlive.app.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers browsers on this machine: listens at 127.0.0.1 and ::1 and nowhere else.
 *
 * <p><b>Threading</b>: answers on threads of its own, at most {@value #MOST_THREADS}.
 * <b>Errors</b>: OUTPUT when the port is taken.
 */
final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  /** More than a few, so that who sends slowly keeps nobody else from being answered. */
  private static final int MOST_THREADS = 64;

  static {
    // The JDK's server takes its limits from here, in seconds and connections.
    System.setProperty("sun.net.httpserver.idleInterval", "10");
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "10");
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("jdk.httpserver.maxConnections", "100");
  }

  private final List<HttpServer> servers = new ArrayList<>();
  private final ExecutorService threads;

  /** What a request leads to; closes the exchange by answering it. */
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  /**
   * Begins to listen.
   *
   * @param port to listen at; 0 for any that is free
   * @param answers made for the port that was found
   */
  WebServer(int port, IntFunction<Answer> answers) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            MOST_THREADS, MOST_THREADS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    pool.allowCoreThreadTimeOut(true);
    pool.setThreadFactory(
        work -> {
          Thread thread = new Thread(work, "web");
          thread.setDaemon(true);
          return thread;
        });
    threads = pool;
    try {
      servers.add(listen("127.0.0.1", port));
    } catch (IOException e) {
      throw new AppException(
          ExitCode.OUTPUT, "--web: port " + port + " cannot be used (" + e.getMessage() + ")", e);
    }
    try {
      servers.add(listen("::1", port()));
    } catch (IOException e) {
      LOG.debug("no IPv6 for the browser view", e);
    }
    Answer answer = answers.apply(port());
    for (HttpServer server : servers) {
      server.setExecutor(threads);
      server.createContext("/", exchange -> answerWhole(answer, exchange));
      server.start();
    }
  }

  private static HttpServer listen(String address, int port) throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), 0);
  }

  private static void answerWhole(Answer answer, HttpExchange exchange) throws IOException {
    try (exchange) {
      answer.to(exchange);
    } catch (RuntimeException e) {
      LOG.warn("a request failed: {}", e.toString());
      LOG.debug("a request failed", e);
    }
  }

  /** That it listens at. */
  int port() {
    return servers.get(0).getAddress().getPort();
  }

  /** Ends at once, whoever is still being answered. */
  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
    threads.shutdownNow();
  }
}
