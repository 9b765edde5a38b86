package ferlive.app.web;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Who watches: {@value #MOST} at once. One that says nothing for 10 s has gone. Thread-safe. */
final class Clients {
  static final int MOST = 4;

  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final LongSupplier nanoTime;
  private final Map<String, Client> byName = new HashMap<>();

  private static final class Client {
    private long seenNanos;
    private boolean waiting;
  }

  Clients(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Lets a client in for one request, which {@link #leave} ends.
   *
   * @param name that it gave itself
   * @return false when there are too many, or when it has a request already
   */
  synchronized boolean enter(String name) {
    long now = nanoTime.getAsLong();
    byName.values().removeIf(client -> now - client.seenNanos > IDLE_NANOS);
    Client client = byName.get(name);
    if (client == null) {
      if (byName.size() >= MOST) {
        return false;
      }
      client = new Client();
      byName.put(name, client);
    } else if (client.waiting) {
      return false;
    }
    client.waiting = true;
    client.seenNanos = now;
    return true;
  }

  synchronized void leave(String name) {
    Client client = byName.get(name);
    if (client != null) {
      client.waiting = false;
      client.seenNanos = nanoTime.getAsLong();
    }
  }
}
