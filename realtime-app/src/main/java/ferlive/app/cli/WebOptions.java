package ferlive.app.cli;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import picocli.CommandLine.Option;

/** The browser view of a live run, as a picocli mixin. */
final class WebOptions {
  private static final String USUAL_PORT = "8642";
  private static final int MOST_PORT = 65_535;

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

  boolean isWanted() {
    return port != null;
  }

  /** Whether a window is to be opened where {@code --headless} does not forbid it. */
  boolean leavesWindow() {
    return port == null || window;
  }

  /** To be asked only where a page is wanted. */
  int port() {
    return port;
  }
}
