package ferlive.app.cli;

import ferlive.app.camera.Cameras;
import ferlive.app.files.UserFolders;
import ferlive.app.pipeline.AnalyzerInfo;
import ferlive.app.testing.FakeCameras;
import ferlive.app.testing.SlowAnalyzer;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Runs the live command in this process, with doubles of the analyzer and the cameras. */
abstract class LiveCommandRuns {
  private static final AnalyzerInfo INFO =
      new AnalyzerInfo("toy", "toy-net", "0a1b", "none", "cpu", 1, List.of("a notice"));

  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  final ByteArrayOutputStream err = new ByteArrayOutputStream();
  final StopSignal stop = new StopSignal();
  SlowAnalyzer analyzer = SlowAnalyzer.taking(1);
  OutputStream to = out;
  Cameras cameras = FakeCameras.none();
  Runnable onOpen = () -> {};
  boolean withoutDisplay;
  @TempDir Path folder;

  final int live(String... arguments) {
    Console console = new Console(to, new PrintStream(err, true, StandardCharsets.UTF_8), false);
    LiveCommand command =
        new LiveCommand(
            console,
            stop,
            config -> {
              onOpen.run();
              return new OpenAnalyzer(analyzer, INFO, List.of("happy", "sad"));
            },
            cameras,
            new UserFolders(folder.resolve("config"), folder.resolve("Ferlive")),
            () -> withoutDisplay = true);
    String[] line = new String[arguments.length + 1];
    line[0] = "live";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    return AppMain.run(console, List.of(command), line);
  }

  static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
