package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
  @TempDir private Path folder;

  @Test
  void read_givesBackWhatWasWritten() {
    Path file = folder.resolve("a.ckpt");
    Checkpoint written = Checkpoints.atStep(17);

    CheckpointFile.write(file, written);

    Checkpoint read = CheckpointFile.read(file);
    assertThat(read.header()).isEqualTo(written.header());
    assertThat(read.state().weights()).isEqualTo(written.state().weights());
    assertThat(read.state().updater()).isEqualTo(written.state().updater());
    assertThat(read.state().average()).isEqualTo(written.state().average());
    assertThat(folder)
        .isDirectoryContaining("glob:**a.ckpt")
        .isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void read_refusesAFileCutAnywhere() throws IOException {
    byte[] whole = written();
    Path cut = folder.resolve("cut.ckpt");

    for (int i = 0; i < 20; i++) {
      Files.write(cut, Arrays.copyOf(whole, whole.length * i / 20));
      assertRefused(() -> CheckpointFile.read(cut), cut);
    }
  }

  @Test
  void read_refusesAFileWithAnyByteFlipped() throws IOException {
    byte[] bytes = written();
    Path flipped = folder.resolve("flipped.ckpt");

    for (int at = 0; at < bytes.length; at += 41) {
      bytes[at] ^= 0x10;
      Files.write(flipped, bytes);
      assertRefused(() -> CheckpointFile.read(flipped), flipped);
      bytes[at] ^= 0x10;
    }
  }

  @Test
  void read_refusesAnotherKindOfFile() throws IOException {
    Path file = Files.writeString(folder.resolve("note.ckpt"), "not a checkpoint, but long enough");

    assertRefused(() -> CheckpointFile.read(file), file);
  }

  @Test
  void read_refusesAMissingFileAndAFolder() {
    assertRefused(() -> CheckpointFile.read(folder.resolve("none.ckpt")), folder);
    assertRefused(() -> CheckpointFile.read(folder), folder);
  }

  @Test
  @Timeout(30)
  void read_refusesWhatNeverEnds() {
    Path zeros = Path.of("/dev/zero");
    assumeTrue(Files.exists(zeros), "skipped: there is no " + zeros);

    assertRefused(() -> CheckpointFile.read(zeros), zeros);
  }

  @Test
  void write_leavesTheOldFileAloneWhereItCannotWrite() throws IOException {
    Path file = folder.resolve("a.ckpt");
    CheckpointFile.write(file, Checkpoints.atStep(1));
    // Stands for a folder that refuses new files, which no permission is for a privileged user.
    Files.createDirectories(folder.resolve("a.ckpt.part/occupied"));

    assertThatThrownBy(() -> CheckpointFile.write(file, Checkpoints.atStep(2)))
        .isInstanceOfSatisfying(
            TrainerException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT))
        .hasMessageContaining("a.ckpt");

    assertThat(CheckpointFile.read(file).header().step()).isEqualTo(1);
  }

  private byte[] written() throws IOException {
    Path file = folder.resolve("whole.ckpt");
    CheckpointFile.write(file, Checkpoints.atStep(17));
    return Files.readAllBytes(file);
  }

  private static void assertRefused(ThrowingCallable reading, Path file) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            TrainerException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
        .hasMessageContaining(file.toString());
  }
}
