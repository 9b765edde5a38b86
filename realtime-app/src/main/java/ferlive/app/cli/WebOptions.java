package ferlive.app.cli;

import ferlive.app.draw.Annotator;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.result.FaceResult;
import ferlive.app.sink.ResultSink;
import ferlive.app.view.Command;
import ferlive.app.view.SharedView;
import ferlive.app.view.View;
import ferlive.app.web.Painter;
import ferlive.app.web.WebSink;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.bytedeco.opencv.opencv_core.Mat;
import picocli.CommandLine.Option;

/** The browser view of a live run, as a picocli mixin. */
final class WebOptions {
  private static final String USUAL_PORT = "8642";
  private static final int MOST_PORT = 65_535;

  /** Those that need nothing but the page and the run. */
  private static final List<Command> COMMANDS =
      List.of(Command.PAUSE, Command.BARS, Command.MIRROR, Command.QUIT);

  @Option(
      names = "--web",
      paramLabel = "PORT",
      arity = "0..1",
      fallbackValue = USUAL_PORT,
      description =
          "Show picture and bars as a page to browsers on this machine, at this port (default: "
              + USUAL_PORT
              + "; 0 is any that is free). No window is opened then, unless --window is given.")
  private Integer port;

  @Option(names = "--window", description = "With --web: open a window too.")
  private boolean window;

  /**
   * Refuses what does not go together.
   *
   * @throws AppException USAGE
   */
  void check(boolean headless) {
    if (port != null && (port < 0 || port > MOST_PORT)) {
      throw new AppException(
          ExitCode.USAGE, "--web is %d, expected a port, 0 to %d".formatted(port, MOST_PORT));
    }
    if (window && headless) {
      throw new AppException(ExitCode.USAGE, "--window and --headless exclude each other");
    }
  }

  /** Whether there is to be a page. */
  boolean isWanted() {
    return port != null;
  }

  /** Whether a window is to be opened where {@code --headless} does not forbid it. */
  boolean leavesWindow() {
    return port == null || window;
  }

  /** Draws as everywhere else. */
  private record AnnotatingPainter(Annotator annotator, BooleanSupplier recording)
      implements Painter {
    @Override
    public void paint(Mat picture, List<FaceResult> faces, View view) {
      annotator.paint(picture, faces, view, recording.getAsBoolean());
    }

    @Override
    public void close() {
      annotator.close();
    }
  }

  /**
   * Begins to serve the page, where one is wanted, and tells its address. The caller closes it.
   *
   * @param view what is to be seen; the page's commands change it
   * @param status the line that is shown with each picture
   * @param recording whether the picture is recorded, which is shown on it
   * @param quit ends the run; does not wait
   * @throws AppException OUTPUT when the port cannot be used
   */
  Optional<ResultSink> open(
      Console console,
      List<String> labels,
      SharedView view,
      Supplier<String> status,
      BooleanSupplier recording,
      Runnable quit) {
    if (port == null) {
      return Optional.empty();
    }
    WebSink sink =
        new WebSink(
            port,
            labels,
            new AnnotatingPainter(new Annotator(labels), recording),
            status,
            view,
            COMMANDS,
            command -> {
              if (command == Command.QUIT) {
                quit.run();
              }
            });
    console.message("to watch, open " + sink.address());
    return Optional.of(sink);
  }
}
