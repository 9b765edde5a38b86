package ferlive.app.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** An MJPEG camera on the loopback interface, 50 frames per second, with a fault. */
public final class FaultyMjpegServer implements AutoCloseable {
  private static final int WIDTH = 320;
  private static final int PERIOD = 16;

  /** A second of them, for a client to open the stream in. */
  public static final int GOOD_FRAMES = 50;

  private static final int REQUEST_BYTES = 8 << 10;
  private static final long INTERVAL_MILLIS = 20;

  private final Fault fault;
  private final ServerSocket server;
  private final AtomicInteger connections = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Map<Integer, byte[]> pictures = new ConcurrentHashMap<>();
  private final Random random = new Random(7);

  public FaultyMjpegServer(Fault fault) {
    this.fault = fault;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start("mjpeg server", this::accept);
  }

  /** The stream's address, with credentials that must never be shown. */
  public String url() {
    return "http://me:secret@127.0.0.1:" + server.getLocalPort() + "/stream?token=secret";
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        int number = connections.incrementAndGet();
        open.add(socket);
        start("mjpeg " + number, () -> serve(socket, number));
      }
    } catch (IOException e) {
      // The server was closed.
    }
  }

  private void serve(Socket socket, int number) {
    try (socket) {
      // What is left unread would make the end of the connection an abrupt one.
      socket.getInputStream().read(new byte[REQUEST_BYTES]);
      OutputStream out = socket.getOutputStream();
      if (fault instanceof Fault.NoHeaders) {
        TimeUnit.MINUTES.sleep(10);
      }
      text(out, "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace;boundary=b\r\n\r\n");
      for (int frame = 0; !isOver(number, frame); frame++) {
        if (isSilent(number, frame)) {
          drip(out);
        }
        send(out, frame);
        TimeUnit.MILLISECONDS.sleep(INTERVAL_MILLIS);
      }
    } catch (IOException | InterruptedException e) {
      // The client went away, or the test is over.
    } finally {
      open.remove(socket);
    }
  }

  private boolean isOver(int connection, int frame) {
    if (fault instanceof Fault.Flap flap) {
      return frame == flap.after();
    }
    return connection == 1 && frame == lastOfTheFirst();
  }

  /** Where the first connection ends. */
  private int lastOfTheFirst() {
    if (fault instanceof Fault.Close close) {
      return close.after();
    }
    if (fault instanceof Fault.TruncatedPart truncated) {
      return truncated.parts();
    }
    return fault instanceof Fault.Garbage garbage ? garbage.parts() : -1;
  }

  private boolean isSilent(int connection, int frame) {
    return (fault instanceof Fault.Stall stall && connection == 1 && frame == stall.after())
        || (fault instanceof Fault.SlowDrip drip && connection == 1 && frame == drip.after());
  }

  /** Never returns but by an exception. */
  private void drip(OutputStream out) throws IOException, InterruptedException {
    text(out, "--b\r\nContent-Type: image/jpeg\r\n\r\n");
    while (true) {
      TimeUnit.MILLISECONDS.sleep(100);
      if (fault instanceof Fault.SlowDrip) {
        out.write(0);
        out.flush();
      }
    }
  }

  private void send(OutputStream out, int frame) throws IOException {
    byte[] picture = picture(width(frame), frame % PERIOD);
    boolean second = frame % 2 == 1;
    if (fault instanceof Fault.TruncatedPart && second) {
      picture = Arrays.copyOf(picture, picture.length / 3);
    } else if (fault instanceof Fault.Garbage && second) {
      picture = new byte[picture.length];
      random.nextBytes(picture);
    } else if (fault instanceof Fault.LyingLength lie && frame == 2 * GOOD_FRAMES) {
      lie(out, lie);
      return;
    }
    text(out, "--b\r\nContent-Type: image/jpeg\r\nContent-Length: " + picture.length + "\r\n\r\n");
    out.write(picture);
    text(out, "\r\n");
  }

  private int width(int frame) {
    return fault instanceof Fault.Resize resize
        ? resize.widths().get(Math.max(0, frame - GOOD_FRAMES) / 10 % resize.widths().size())
        : WIDTH;
  }

  private static void lie(OutputStream out, Fault.LyingLength lie) throws IOException {
    text(out, "--b\r\nContent-Type: image/jpeg\r\nContent-Length: " + lie.claimed() + "\r\n\r\n");
    byte[] chunk = new byte[1 << 20];
    for (long sent = 0; sent < lie.sent(); sent += chunk.length) {
      out.write(chunk);
    }
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private byte[] picture(int width, int phase) {
    return pictures.computeIfAbsent(width * PERIOD + phase, key -> draw(width, phase));
  }

  private static byte[] draw(int width, int phase) {
    int height = Math.max(1, width * 3 / 4);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(phase * 15, 90, 255 - phase * 15));
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(width * phase / PERIOD, 0, width / PERIOD, height);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
