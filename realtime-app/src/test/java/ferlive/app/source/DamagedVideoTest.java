package ferlive.app.source;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.testing.Clips;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.testing.Soak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Any damage to a clip ends its reading as its end does, or with one sentence. */
@Timeout(600)
@NoNativeLeaks
class DamagedVideoTest {
  private static final String[] FORMATS = {"mp4", "matroska", "avi"};

  @TempDir private Path folder;

  /** What FFmpeg makes once and keeps is none of what is counted. */
  @BeforeAll
  static void loadFfmpeg(@TempDir Path folder) throws IOException {
    assertReadOrRefused(Clips.write(folder.resolve("clip"), "mp4", 64, 48, 25, 3));
  }

  @Test
  void next_endsInTimeOrRefusesAClipThatIsCutOrHasFlippedBits() throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    for (int i : Soak.rounds(20, 200)) {
      String format = FORMATS[i % FORMATS.length];
      Path clip = Clips.write(folder.resolve("clip"), format, 64, 48, 25, 30);
      byte[] bytes = Files.readAllBytes(clip);
      if (i % 2 == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      } else {
        for (int flip = 0; flip < 1000; flip++) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      Files.write(clip, bytes);
      long start = System.nanoTime();

      assertReadOrRefused(clip);

      assertThat((System.nanoTime() - start) / 1e9).as("clip %d, %s", i, format).isLessThan(10);
    }
  }

  private static void assertReadOrRefused(Path clip) {
    try (FrameSource source = Sources.open(clip.toString())) {
      for (Optional<Frame> next = source.next(); next.isPresent(); next = source.next()) {
        next.get().close();
      }
    } catch (AppException e) {
      assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT);
      assertThat(e).hasMessageStartingWith(clip.toString()).hasMessageNotContaining("\n");
    }
  }
}
