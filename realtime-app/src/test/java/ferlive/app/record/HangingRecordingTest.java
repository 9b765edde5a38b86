package ferlive.app.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import ferlive.app.record.Recording.Shot;
import ferlive.app.testing.ChildJvm;
import ferlive.app.testing.FixedAnalyzer;
import ferlive.app.view.View;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A recording into a pipe that nobody reads for a while, as a disk may hang. */
@Timeout(60)
class HangingRecordingTest {
  private static final int SIDE = 256;
  private static final int ENOUGH_DROPPED = 100;

  private final FramePool pool = new FramePool();
  private final SplittableRandom noise = new SplittableRandom(7);
  @TempDir private Path folder;

  @Test
  void close_leavesEveryFrameOneOwnerWhenTheFileHangs() throws Exception {
    Path pipe = folder.resolve("pipe.mp4");
    ChildJvm.run("mkfifo", pipe.toString());
    assumeTrue(Files.exists(pipe), "skipped: there is no mkfifo");
    try (FileChannel disk =
        FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      Recording recording = new Recording(pipe, FixedAnalyzer.LABELS, true, () -> 30);
      for (int i = 0; recording.dropped() < ENOUGH_DROPPED; i++) {
        recording.add(new Shot(frame(i), List.of(), View.initial()));
        TimeUnit.MILLISECONDS.sleep(10);
      }
      recording.close();
      assertThat(recording.fault().orElseThrow()).hasMessageContaining("hangs");
      List<Frame> ours = take(30);

      Thread reader = read(disk);
      while (isRecording()) {
        TimeUnit.MILLISECONDS.sleep(20);
      }

      List<Frame> others = take(9);
      assertThat(others).doesNotContainAnyElementsOf(ours);
      ours.forEach(Frame::close);
      others.forEach(Frame::close);
      reader.interrupt();
      reader.join();
    }
    pool.close();
  }

  private List<Frame> take(int count) {
    return IntStream.range(0, count).mapToObj(i -> pool.take(i, 0, 0)).toList();
  }

  /** A picture that no encoder makes small. */
  private Frame frame(int number) {
    Frame frame = pool.take(number, number / 30.0, 0);
    frame.image().create(SIDE, SIDE, CV_8UC3);
    byte[] pixels = new byte[3 * SIDE * SIDE];
    noise.nextBytes(pixels);
    frame.image().data().put(pixels);
    return frame;
  }

  private static Thread read(FileChannel disk) {
    Thread reader =
        new Thread(
            () -> {
              ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
              try {
                while (disk.read(bytes.clear()) >= 0) {
                  Thread.onSpinWait();
                }
              } catch (IOException e) {
                // The test has ended.
                Thread.currentThread().interrupt();
              }
            });
    reader.setDaemon(true);
    reader.start();
    return reader;
  }

  private static boolean isRecording() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("record"));
  }
}
