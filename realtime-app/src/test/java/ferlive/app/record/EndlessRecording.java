package ferlive.app.record;

import ferlive.app.frame.Frame;
import ferlive.app.testing.FixedAnalyzer;
import ferlive.app.testing.Frames;
import ferlive.app.view.SharedView;
import ferlive.app.view.View;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A program that records until it is killed, ten pictures a second; one second in a tenth. */
final class EndlessRecording {
  private EndlessRecording() {}

  /** Records to the file that is named, and writes a line for each second of video. */
  public static void main(String[] arguments) throws InterruptedException {
    SharedView view = new SharedView(View.initial());
    try (Frames frames = new Frames();
        Frame picture = frames.gradient(160, 120, 20, 1);
        Recorder recorder = new Recorder(FixedAnalyzer.LABELS, view, false, false, news -> {})) {
      recorder.start(Path.of(arguments[0]));
      for (int i = 0; ; i++) {
        try (Frame frame = frames.copy(picture, i, i / 10.0)) {
          recorder.accept("in", frame, FixedAnalyzer.result(i, i / 10.0, 160, 120));
        }
        if (i % 10 == 9) {
          System.out.println("second " + (i + 1) / 10);
        }
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
  }
}
