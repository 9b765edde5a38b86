package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.testing.NoNativeLeaks;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@NoNativeLeaks
@Timeout(20)
class PrefetchTest {
  private static final int CAPACITY = 3;

  private final AtomicInteger made = new AtomicInteger();
  private final List<Integer> freed = new CopyOnWriteArrayList<>();

  @Test
  void next_givesEverythingInOrderThenNothing() {
    try (Prefetch<Integer> prefetch = prefetch(upTo(50))) {
      for (int i = 1; i <= 50; i++) {
        assertThat(prefetch.next()).contains(i);
      }
      assertThat(prefetch.next()).isEmpty();
      assertThat(prefetch.next()).isEmpty();
    }
    assertThat(freed).isEmpty();
  }

  @Test
  void next_throwsTheFaultAfterAllThatCameBefore() {
    IllegalStateException fault = new IllegalStateException("broken");
    Supply<Integer> failing =
        () -> {
          if (made.get() == 2) {
            throw fault;
          }
          return Optional.of(made.incrementAndGet());
        };

    try (Prefetch<Integer> prefetch = prefetch(failing)) {
      assertThat(prefetch.next()).contains(1);
      assertThat(prefetch.next()).contains(2);
      assertThatThrownBy(prefetch::next).isSameAs(fault);
      assertThat(prefetch.next()).as("told once").isEmpty();
    }
  }

  @Test
  void work_stopsWhenEnoughWaits() throws InterruptedException {
    try (Prefetch<Integer> prefetch = prefetch(upTo(1000))) {
      prefetch.next();
      TimeUnit.MILLISECONDS.sleep(100);

      assertThat(made).as("one taken, some waiting, one in hand").hasValue(1 + CAPACITY + 1);
    }
  }

  @Test
  void close_freesWhatNobodyTook() {
    Prefetch<Integer> prefetch = prefetch(upTo(1000));
    int taken = prefetch.next().orElseThrow();

    prefetch.close();
    prefetch.close();

    assertThat(taken).isEqualTo(1);
    assertThat(freed).hasSize(made.get() - 1).doesNotContain(taken).doesNotHaveDuplicates();
    assertThat(prefetch.next()).isEmpty();
  }

  @Test
  void close_waitsUntilTheSupplyHasComeBack() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    Prefetch<Integer> prefetch =
        prefetch(
            () -> {
              asked.countDown();
              // Native code does not listen to interrupts either.
              while (answer.getCount() > 0) {
                Thread.onSpinWait();
              }
              return Optional.of(made.incrementAndGet());
            });
    asked.await();
    Thread closer = new Thread(prefetch::close);
    closer.start();
    closer.join(100);
    assertThat(closer.isAlive()).isTrue();

    answer.countDown();
    closer.join();

    assertThat(freed).containsExactly(1);
  }

  @Test
  void close_endsAChain() {
    Prefetch<Integer> first = prefetch(upTo(1000));
    Prefetch<Integer> second = prefetch(first);
    second.next();

    second.close();
    first.close();

    assertThat(freed).hasSize(made.get() - 1).doesNotHaveDuplicates();
  }

  private Supply<Integer> upTo(int last) {
    return () -> Optional.of(made.incrementAndGet()).filter(number -> number <= last);
  }

  private Prefetch<Integer> prefetch(Supply<Integer> supply) {
    return new Prefetch<>("test", CAPACITY, supply, freed::add);
  }
}
