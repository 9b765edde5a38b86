package ferlive.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MemoryMeterTest {
  private double resident = 200;

  @Test
  void use_tellsGrowthAndTheMost() {
    MemoryMeter meter = new MemoryMeter(() -> resident);
    for (int second = 0; second <= 600; second++) {
      resident = 200 + second / 60.0 + (second == 300 ? 50 : 0);
      meter.tick(TimeUnit.SECONDS.toNanos(second));
    }

    MemoryUse use = meter.use();

    assertThat(use.residentStart()).isEqualTo(200);
    assertThat(use.residentEnd()).isEqualTo(210);
    assertThat(use.residentMost()).isEqualTo(255);
    assertThat(use.residentPerMinute()).isCloseTo(1, within(0.01));
    assertThat(use.residentGrowth()).isEqualTo(0.05);
    assertThat(use.heapEnd()).isGreaterThanOrEqualTo(use.heapStart()).isPositive();
    assertThat(use.offHeapStart()).isCloseTo(200 - use.heapStart(), within(0.01));
    assertThat(use.offHeapEnd()).isCloseTo(210 - use.heapEnd(), within(0.01));
  }

  @Test
  void tick_looksOnceASecond() {
    MemoryMeter meter = new MemoryMeter(() -> resident++);
    for (int i = 0; i < 100; i++) {
      meter.tick(TimeUnit.MILLISECONDS.toNanos(25) * i);
    }

    assertThat(meter.use().residentEnd()).isEqualTo(202);
  }

  @Test
  void use_knowsNoGrowthFromOneSample() {
    MemoryMeter meter = new MemoryMeter(() -> resident);
    meter.sample(0);

    assertThat(meter.use().residentPerMinute()).isZero();
  }

  @Test
  void resident_isWhatAJvmTakes() {
    assertThat(ResidentMemory.megabytes()).isBetween(20.0, 20_000.0);
  }
}
