package ferlive.app.web;

import ferlive.app.error.AppException;
import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;
import ferlive.app.sink.ResultSink;
import ferlive.app.view.Command;
import ferlive.app.view.SharedView;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Shows the live picture as a page to browsers on this machine.
 *
 * <p><b>Threading</b>: {@link #accept} copies the frame where somebody waits for one and never
 * waits itself; a thread of its own draws and encodes the newest. <b>Errors</b>: OUTPUT when the
 * port is taken; IllegalStateException from {@link #accept} after a picture that could not be
 * drawn. <b> Ownership</b>: owns server, thread and two pictures.
 */
public final class WebSink implements ResultSink {
  private static final long JOIN_MILLIS = 2_000;

  private final Token token = Token.random();
  private final LatestPicture pictures = new LatestPicture();
  private final SharedView view;
  private final WebServer server;
  private final PictureArtist artist;
  private final Thread thread;
  private final Object lock = new Object();
  private final Mat newest = new Mat();
  private final Mat drawn = new Mat();
  private String source;
  private FrameResult result;
  private RuntimeException fault;
  private boolean fresh;
  private boolean closed;

  /**
   * Begins to answer.
   *
   * @param port to listen at on loopback; 0 for any that is free
   * @param labels of the model, in the order of its scores
   * @param painter draws on the pictures, on the sink's own thread
   * @param status the line to show with each picture, asked for on the sink's own thread
   * @param view what is to be seen; changed by the page's commands
   * @param offered the commands that a page may give
   * @param asked is told of a command after the view has changed, on a thread of the server
   * @throws AppException OUTPUT when the port is taken
   */
  public WebSink(
      int port,
      List<String> labels,
      Painter painter,
      Supplier<String> status,
      SharedView view,
      List<Command> offered,
      Consumer<Command> asked) {
    this.view = view;
    Clients clients = new Clients(System::nanoTime);
    Consumer<Command> obey =
        command -> {
          view.apply(command);
          drawAgain();
          asked.accept(command);
        };
    this.server =
        new WebServer(
            port, found -> new Pages(new Gate(found), token, clients, pictures, offered, obey));
    this.artist = new PictureArtist(labels, painter, status);
    this.thread = new Thread(this::drawAll, "web picture");
    thread.setDaemon(true);
    thread.start();
  }

  /** What a browser is to open. The token is in the part that a browser keeps to itself. */
  public String address() {
    return "http://127.0.0.1:" + server.port() + "/#" + token.text();
  }

  @Override
  public void accept(String source, Frame frame, FrameResult result) {
    synchronized (lock) {
      if (fault != null) {
        throw fault;
      }
      boolean held = view.get().paused() && this.result != null;
      if (closed || held || !pictures.isAsked()) {
        return;
      }
      frame.image().copyTo(newest);
      this.source = source;
      this.result = result;
      fresh = true;
      lock.notifyAll();
    }
  }

  /** What a command changes is seen at once, also in a picture that is held. */
  private void drawAgain() {
    synchronized (lock) {
      fresh = result != null;
      lock.notifyAll();
    }
  }

  private void drawAll() {
    try {
      while (true) {
        String name;
        FrameResult next;
        synchronized (lock) {
          while (!fresh && !closed) {
            lock.wait();
          }
          if (closed) {
            return;
          }
          fresh = false;
          newest.copyTo(drawn);
          name = source;
          next = result;
        }
        pictures.show(artist.draw(drawn, name, next, view.get()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      synchronized (lock) {
        fault = new IllegalStateException("the picture for the browser cannot be drawn", e);
      }
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
      lock.notifyAll();
    }
    pictures.close();
    server.close();
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!thread.isAlive()) {
      artist.close();
      newest.close();
      drawn.close();
    }
  }
}
