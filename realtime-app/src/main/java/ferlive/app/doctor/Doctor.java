package ferlive.app.doctor;

import ferlive.app.asset.HomeFolder;
import ferlive.app.camera.Cameras;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Looks at one thing after another, each for itself: one that throws, lacks a library or hangs is
 * told of as missing, and the next is looked at. Confined to one thread.
 */
public final class Doctor {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String REBUILD =
      "build it again (mvn -DskipTests package); natives are there for Linux x86-64, macOS arm64 and"
          + " Windows x64";

  private final Map<String, Check> checks;
  private final Duration patience;

  /**
   * @param checks by what they look at, in the order of their weight
   * @param patience for each
   */
  Doctor(Map<String, Check> checks, Duration patience) {
    this.checks = new LinkedHashMap<>(checks);
    this.patience = patience;
  }

  /**
   * Looks at all that `live` needs, what ends it with the weightiest exit code first, and at what
   * it can use beside that.
   *
   * @param home finds the folder of the models
   * @param display throws where no window can be opened
   */
  public static Doctor ofMachine(Supplier<HomeFolder> home, Cameras cameras, Runnable display) {
    Map<String, Check> checks = new LinkedHashMap<>();
    checks.put("Java", JavaChecks::java);
    checks.put("processor", new ProcessorCheck());
    checks.put("OpenCV", NativeChecks::openCv);
    checks.put("FFmpeg", NativeChecks::ffmpeg);
    checks.put("ONNX Runtime", NativeChecks::onnxRuntime);
    AssetChecks assets = new AssetChecks(home);
    checks.put("models", Check.ofExtra(assets::models));
    checks.put("default model", assets::defaultModel);
    checks.put("detector", assets::detector);
    checks.put("cascades", Check.ofExtra(assets::cascades));
    checks.put("CUDA", Check.ofExtra(CudaCheck.ofMachine(home)));
    checks.put("cameras", new CamerasCheck(cameras));
    checks.put("display", () -> JavaChecks.display(display));
    return new Doctor(checks, PATIENCE);
  }

  /** All findings, in the order in which they weigh. */
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    checks.forEach(
        (what, check) -> {
          Finding finding = examine(what, check);
          findings.add(check.isNeeded() ? finding : finding.ofExtra());
        });
    return findings;
  }

  private Finding examine(String what, Check check) {
    FutureTask<Finding> task = new FutureTask<>(check::run);
    Thread thread = new Thread(task, "check " + what);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      return broken(what, e.getCause());
    } catch (TimeoutException e) {
      return Finding.missing(
          what,
          "gave no answer within " + patience.toSeconds() + " s",
          "a driver or a disk may hang; start the machine again",
          ExitCode.INTERNAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking at " + what, e);
    }
  }

  private static Finding broken(String what, Throwable fault) {
    if (fault instanceof AppException known) {
      return Finding.missing(
          what, known.getMessage(), "restore the files as they were shipped", known.exitCode());
    }
    // An error of linking names the library; the first line is what fits on a screen.
    String text = fault.toString().lines().findFirst().orElse("");
    return Finding.missing(what, "cannot be used: " + text, REBUILD, ExitCode.INTERNAL);
  }
}
