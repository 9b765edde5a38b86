package ferlive.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ferlive.app.result.Scores;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private final Series series = new Series(2);

  @Test
  void add_keepsEveryFrameOfAShortStream() {
    fill(500);

    assertThat(series.size()).isEqualTo(500);
    assertThat(series.span()).isEqualTo(1);
    assertThat(series.time(321)).isEqualTo(32.1, within(1e-9));
    assertThat(series.value(321, 0)).isEqualTo(level(321));
    assertThat(series.value(321, 1)).isEqualTo(1 - level(321));
  }

  @Test
  void add_keepsMeansOfALongOneInBoundedMemory() {
    int frames = 1_000_000;

    fill(frames);

    assertThat(series.size()).isBetween(Series.MOST_POINTS / 2, Series.MOST_POINTS);
    assertThat(series.span()).isEqualTo(1024);
    assertThat(series.frames()).isCloseTo(frames, within(1024L));
    assertThat(series.mean(0, series.size(), 0)).isEqualTo(0.5, within(1e-3));
    assertThat(series.time(0)).isEqualTo(0.1 * 1023 / 2, within(1e-6));
    assertThat(series.lastTime()).isEqualTo(0.1 * (frames - 1), within(1e-6));
  }

  @Test
  void end_makesAPointOfWhatIsLeft() {
    fill(Series.MOST_POINTS + 1);

    assertThat(series.size()).isEqualTo(Series.MOST_POINTS / 2 + 1);
    assertThat(series.time(series.size() - 1)).isEqualTo(0.1 * Series.MOST_POINTS, within(1e-9));
  }

  private void fill(int frames) {
    for (int i = 0; i < frames; i++) {
      series.add(0.1 * i, Scores.of(level(i), 1 - level(i)));
    }
    series.end();
  }

  private static float level(int frame) {
    return frame % 5 / 4f;
  }
}
