package ferlive.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.trainer.testing.SharedFiles;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FER2013 itself, as Kaggle packs it. */
class Fer2013Test {
  @TempDir Path temp;

  @Test
  void open_readsAllOfFer2013AndTheSecondTimeWithinASecond() {
    Path zip = SharedFiles.require("data/fer2013.zip");
    DatasetOptions options = DatasetOptions.defaults().withCacheDirectory(temp);
    List<Problem> problems = new ArrayList<>();

    FaceDataset first = Datasets.open(zip, options, problems::add);
    // Time of the processor, not of the clock: other programs may keep the machine busy.
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long start = thread.getCurrentThreadCpuTime();
    FaceDataset second = Datasets.open(zip, options, problems::add);
    Duration took = Duration.ofNanos(thread.getCurrentThreadCpuTime() - start);

    assertThat(problems).isEmpty();
    assertThat(took).isLessThan(Duration.ofSeconds(1));
    assertThat(second.pixels()).isEqualTo(first.pixels());
    assertThat(second.origin()).isEqualTo(first.origin());
    FaceDataset train = second.select(Split.parse("train"));
    assertThat(train.size()).isEqualTo(28_709);
    assertThat(train.countPerLabel()).containsExactly(3995, 436, 4097, 7215, 4965, 4830, 3171);
    FaceDataset publicTest = second.select(Split.parse("public"));
    assertThat(publicTest.size()).isEqualTo(3_589);
    assertThat(publicTest.countPerLabel()).containsExactly(467, 56, 496, 895, 607, 653, 415);
    assertThat(second.sha256()).hasSize(64);
  }

  @Test
  void read_findsVotesForEveryFace() {
    Path zip = SharedFiles.require("data/fer2013.zip");
    Path csv = SharedFiles.require("data/ferplus.csv");
    FaceDataset faces =
        Datasets.open(zip, DatasetOptions.defaults().withCacheDirectory(temp), problem -> {});

    CrowdVotes votes = CrowdVotes.read(csv, faces);

    int masked = 0;
    for (float mask : votes.mask()) {
      masked += mask == 0 ? 1 : 0;
    }
    assertThat(masked).as("faces that nobody gave one of the eight expressions").isEqualTo(161);
  }
}
