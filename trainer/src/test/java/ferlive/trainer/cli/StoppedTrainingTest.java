package ferlive.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ferlive.trainer.testing.ChildJvm;
import ferlive.trainer.testing.ToyFaces;
import ferlive.trainer.train.CheckpointHeader;
import ferlive.trainer.train.RunFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The training command in a process of its own: stopped by a signal, and on a full disk. */
class StoppedTrainingTest {
  @TempDir private Path folder;
  private Path csv;

  @BeforeEach
  void writeFaces() throws IOException {
    csv = ToyFaces.csv(folder.resolve("fer2013.csv"), 70, 7);
  }

  @Test
  void train_savesAndLeavesWith143OnATerminationSignal() throws Exception {
    Process child = new ProcessBuilder(train(folder, 1000)).redirectErrorStream(true).start();
    try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
      String line = output.readLine();
      while (line != null && !line.startsWith("epoch")) {
        line = output.readLine();
      }
      assertThat(line).as("an epoch").isNotNull();

      child.toHandle().destroy();
      assertThat(child.waitFor(10, TimeUnit.SECONDS)).as("ended within 10 s").isTrue();
    } finally {
      child.destroyForcibly();
    }

    assertThat(child.exitValue()).isEqualTo(143);
    assertThat(RunFolder.begun(folder.resolve("tiny")).map(CheckpointHeader::step))
        .hasValueSatisfying(step -> assertThat(step).isPositive());
    assertThat(leftOvers(folder.resolve("tiny"))).isEmpty();
  }

  /**
   * On 24 MiB in memory, in a name space of the system that goes with the process. It holds two
   * checkpoints of 10 MB, not three.
   */
  @Test
  void train_endsWith7OnAFullDiskAndKeepsWhatItHad() throws Exception {
    assumeTrue(canMount(), "skipped: no file system of one's own can be made here");
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Path after = Files.createDirectory(folder.resolve("after"));
    String script =
        """
        mount -t tmpfs -o size=24m tmpfs "$1" || exit 99
        disk="$1"; after="$2"; shift 2
        "$@"; code=$?
        cp -r "$disk/tiny" "$after/"
        exit $code
        """;
    List<String> command =
        Stream.concat(
                Stream.of("unshare", "-m", "sh", "-c", script, "sh", disk.toString(), "" + after),
                train(disk, 1000).stream())
            .toList();
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();

    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(child.waitFor()).as(output).isEqualTo(7);
    assertThat(output.lines().filter(line -> line.startsWith("ferlive:")))
        .singleElement()
        .asString()
        .contains("No space left");
    Path kept = after.resolve("tiny");
    assertThat(RunFolder.begun(kept)).as("what was saved before").isPresent();
    assertThat(leftOvers(kept)).isEmpty();
  }

  private List<String> train(Path runs, int epochs) {
    return ChildJvm.command(
        TrainerMain.class,
        "train",
        "--net",
        "msff-cnn",
        "--data",
        csv.toString(),
        "--epochs",
        String.valueOf(epochs),
        "--input-size",
        "32",
        "--runs",
        runs.toString(),
        "--name",
        "tiny");
  }

  /** Files that are empty or not whole; the lock is empty by nature. */
  private static List<Path> leftOvers(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      return files
          .filter(file -> !file.endsWith("lock"))
          .filter(file -> file.toString().endsWith(".part") || file.toFile().length() == 0)
          .toList();
    }
  }

  private static boolean canMount() throws InterruptedException {
    try {
      return new ProcessBuilder("unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt")
              .redirectErrorStream(true)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
