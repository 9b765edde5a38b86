package ferlive.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LatestPictureTest {
  private final LatestPicture pictures = new LatestPicture();

  @Test
  void await_givesTheNewestAndLeavesOutThoseBetween() throws InterruptedException {
    pictures.show(new byte[] {1});
    pictures.show(new byte[] {2});

    assertThat(pictures.await(0, 1_000).orElseThrow().message()).containsExactly(2);
    assertThat(pictures.await(2, 1)).isEmpty();
    assertThat(pictures.await(77, 1).orElseThrow().number())
        .as("for a page of an earlier run")
        .isEqualTo(2);
  }

  @Test
  void isAsked_isTrueOnlyFromAnAskingToTheNextPicture() throws InterruptedException {
    assertThat(pictures.isAsked()).isFalse();
    pictures.await(0, 1);
    assertThat(pictures.isAsked()).isTrue();
    pictures.show(new byte[0]);
    assertThat(pictures.isAsked()).isFalse();
  }

  @Test
  void await_comesBackAtOnceWhenAPictureOrTheEndComes() throws Exception {
    CompletableFuture<Optional<LatestPicture.Shown>> first = ask(0);
    while (!pictures.isAsked()) {
      Thread.sleep(5);
    }
    pictures.show(new byte[] {7});
    assertThat(first.get(5, TimeUnit.SECONDS)).isPresent();

    CompletableFuture<Optional<LatestPicture.Shown>> second = ask(1);
    pictures.close();
    assertThat(second.get(5, TimeUnit.SECONDS)).isEmpty();
  }

  private CompletableFuture<Optional<LatestPicture.Shown>> ask(long after) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return pictures.await(after, 10_000);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
