package ferlive.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ferlive.app.error.AppException;
import ferlive.app.frame.Frame;
import ferlive.app.source.FrameSource;
import ferlive.app.source.SourceKind;
import ferlive.app.testing.TickingSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LoopedSourceTest {
  private final AtomicLong readNanos = new AtomicLong();
  private final List<TickingSource> opened = new ArrayList<>();

  @Test
  void next_goesOnCountingWhenTheClipBeginsAgain() {
    try (LoopedSource source = looped(this::ticking, OptionalDouble.empty())) {
      double lastTime = -1;
      for (int i = 0; i < 7; i++) {
        try (Frame frame = source.next().orElseThrow()) {
          assertThat(frame.sequence()).isEqualTo(i);
          assertThat(frame.time()).isGreaterThanOrEqualTo(lastTime);
          lastTime = frame.time();
        }
      }

      assertThat(lastTime).isCloseTo(0.004, within(1e-9));
      assertThat(opened).hasSize(3);
      assertThat(opened.subList(0, 2)).allMatch(TickingSource::isClosed);
    }
    assertThat(opened).allMatch(TickingSource::isClosed);
  }

  @Test
  void next_keepsTheTimesOfACamera() {
    try (LoopedSource source = looped(this::ticking, OptionalDouble.of(50))) {
      assertThat(source.info().kind()).isEqualTo(SourceKind.LIVE);
      assertThat(source.info().fps()).isEqualTo(50);
      for (int i = 0; i < 7; i++) {
        try (Frame frame = source.next().orElseThrow()) {
          assertThat(frame.time()).isCloseTo(i * 0.02, within(1e-9));
        }
      }
    }
  }

  @Test
  void next_tellsHowLongTheReadingTook() {
    try (LoopedSource source = looped(this::ticking, OptionalDouble.empty())) {
      long start = System.nanoTime();
      try (Frame frame = source.next().orElseThrow()) {
        assertThat(readNanos.get()).isBetween(1_000_000L, System.nanoTime() - start);
        assertThat(frame.capturedAtNanos()).isBetween(start, System.nanoTime() - 1_000_000);
      }
    }
  }

  @Test
  void next_endsWhenItIsOver() {
    try (LoopedSource source =
        new LoopedSource(this::ticking, OptionalDouble.empty(), readNanos::set, () -> true)) {
      assertThat(source.next()).isEmpty();
    }
  }

  @Test
  void next_failsWhenTheSourceHasNoFrame() {
    try (LoopedSource source = looped(() -> TickingSource.of(0, 0), OptionalDouble.empty())) {
      assertThatThrownBy(source::next)
          .isInstanceOf(AppException.class)
          .hasMessageContaining("ticking");
    }
  }

  private FrameSource ticking() {
    TickingSource source = TickingSource.of(3, 1);
    opened.add(source);
    return source;
  }

  private LoopedSource looped(Supplier<FrameSource> opener, OptionalDouble fps) {
    return new LoopedSource(opener, fps, readNanos::set, () -> false);
  }
}
