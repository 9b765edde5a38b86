package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.trainer.backend.Backend;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.testing.ChildJvm;
import ferlive.trainer.testing.Soak;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that is killed at any moment goes on where it was, as if nothing had been. */
class KilledTrainingTest {
  private static final Random RANDOM = new Random(11);

  /** More steps than a child takes before it is killed. */
  private static final int EPOCHS_TO_KILL = 10_000;

  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir private Path runs;

  @Test
  void run_losesAtMostOneSaveWhenKilledAtRandom() throws Exception {
    Path folder = runs.resolve("killed");
    long done = 0;

    for (int round : Soak.rounds(3, 50)) {
      long told = killedAfterSteps(folder);

      assertThat(told).as("a step told of in round %d", round).isGreaterThan(done);
      done = savedStep(folder);
      assertThat(done).isBetween(told - 1, told + 1);
      assertThat(filesOf(folder)).allMatch(file -> file.toFile().length() > 0);
    }
  }

  @Test
  void run_endsAsIfItHadNotBeenKilled() throws Exception {
    Path killed = runs.resolve("killed");
    Process child = ChildJvm.start(SavingTraining.class, killed.toString(), "4");
    try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
      readTo(output, "epoch 2");
    } finally {
      kill(child);
    }
    Path straight = runs.resolve("straight");
    Backend.useThreads(1);

    SavingTraining.run(killed, 4, NEVER);
    SavingTraining.run(straight, 4, NEVER);

    assertThat(last(killed).weights()).isEqualTo(last(straight).weights());
    assertThat(last(killed).updater()).isEqualTo(last(straight).updater());
    assertThat(last(killed).average()).isEqualTo(last(straight).average());
  }

  /** Kills a training some time after its first step, and gives the last step that it told of. */
  private static long killedAfterSteps(Path folder) throws Exception {
    Process child =
        ChildJvm.start(SavingTraining.class, folder.toString(), String.valueOf(EPOCHS_TO_KILL));
    try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
      String line = readTo(output, "step ");
      assertThatThrownBy(() -> RunFolder.open(folder))
          .as("a second writer")
          .isInstanceOfSatisfying(
              TrainerException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT));
      Thread.sleep(RANDOM.nextInt(1000));
      kill(child);
      for (String next = line; next != null; next = output.readLine()) {
        line = next.startsWith("step ") ? next : line;
      }
      return Long.parseLong(line.substring("step ".length()));
    } finally {
      kill(child);
    }
  }

  private static String readTo(BufferedReader output, String start) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(start)) {
        return line;
      }
      all.append(line).append('\n');
    }
    throw new AssertionError("the training ended: " + all);
  }

  /** By its handle, which leaves what it has printed to be read. */
  private static void kill(Process child) throws InterruptedException {
    child.toHandle().destroyForcibly();
    child.waitFor();
  }

  private static long savedStep(Path path) {
    try (RunFolder folder = RunFolder.open(path)) {
      Optional<Checkpoint> newest = folder.newest();
      return newest.map(checkpoint -> checkpoint.header().step()).orElse(0L);
    }
  }

  private static LearnerState last(Path folder) {
    return CheckpointFile.read(folder.resolve("last.ckpt")).state();
  }

  private static Iterable<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".ckpt")).toList();
    }
  }
}
