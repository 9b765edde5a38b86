package ferlive.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests as no well-behaved client would send them. */
final class RawRequest {
  private static final int MILLIS = 15_000;

  private RawRequest() {}

  /** Sends text as it is; gives the answer's head with its status line. */
  static String send(String address, int port, String text) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), MILLIS);
      socket.setSoTimeout(MILLIS);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      StringBuilder head = new StringBuilder();
      InputStream in = socket.getInputStream();
      for (int b = 0; b >= 0 && head.indexOf("\r\n\r\n") < 0; ) {
        b = in.read();
        if (b >= 0) {
          head.append((char) b);
        }
      }
      return head.toString();
    }
  }

  /** The status of the answer to a GET with these header lines. */
  static int get(int port, String path, String... headers) throws IOException {
    return request(port, "GET", path, headers);
  }

  static int request(int port, String method, String path, String... headers) throws IOException {
    String text = method + " " + path + " HTTP/1.1\r\n";
    String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    String head = send("127.0.0.1", port, text + lines + "Connection: close\r\n\r\n");
    return head.isEmpty() ? 0 : Integer.parseInt(head.split(" ", 3)[1]);
  }
}
