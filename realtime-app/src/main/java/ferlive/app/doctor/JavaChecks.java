package ferlive.app.doctor;

import ferlive.app.error.AppException;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;

/** What Java itself offers. */
final class JavaChecks {
  private JavaChecks() {}

  static Finding java() {
    Runtime runtime = Runtime.getRuntime();
    return Finding.ok(
        "Java",
        "%s of %s on %s %s, heap up to %d MiB"
            .formatted(
                Runtime.version(),
                System.getProperty("java.vendor"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                runtime.maxMemory() >> 20));
  }

  /**
   * @param display throws where no window can be opened
   */
  static Finding display(Runnable display) {
    try {
      display.run();
    } catch (AppException e) {
      return Finding.missing(
          "display",
          "no window can be opened",
          "`live --web` shows all in a browser, `live --headless` needs none; over SSH try ssh -X;"
              + " a Java without windows is told by \"headless\" in its package's name",
          e.exitCode());
    }
    Rectangle size =
        GraphicsEnvironment.getLocalGraphicsEnvironment()
            .getDefaultScreenDevice()
            .getDefaultConfiguration()
            .getBounds();
    return Finding.ok("display", size.width + "x" + size.height);
  }
}
