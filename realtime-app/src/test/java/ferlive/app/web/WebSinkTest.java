package ferlive.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;
import ferlive.app.testing.Chromium;
import ferlive.app.testing.FixedAnalyzer;
import ferlive.app.testing.Frames;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.view.Command;
import ferlive.app.view.SharedView;
import ferlive.app.view.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The live picture as a browser shows it. */
@NoNativeLeaks
@Timeout(120)
class WebSinkTest {
  /** Gray level of the middle of the picture. */
  private static final String GRAY =
      "pen.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data[0]";

  private static final String ROWS =
      "document.querySelectorAll('#face1 .row:not([hidden])').length";
  private static final String HAPPY =
      "document.querySelector('#face1 .row[data-label=happy] progress').value";

  @TempDir private Path folder;
  private final SharedView view = new SharedView(View.initial());
  private final List<Command> asked = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger drawn = new AtomicInteger();
  private final AtomicBoolean ended = new AtomicBoolean();

  @Test
  void page_showsThePictureAndTheBarsAndObeysKeys() throws Exception {
    try (WebSink sink = sink();
        Chromium browser = Chromium.open(folder.resolve("profile"))) {
      Thread camera = new Thread(() -> film(sink));
      camera.start();
      try {
        browser.go(sink.address());
        await(browser, "byId('state').textContent", "Live.");

        int first = browser.evaluate(GRAY).asInt();
        awaitNot(browser, GRAY, first);
        await(browser, "document.querySelectorAll('.face').length", "2");
        assertThat(browser.evaluate(HAPPY).asDouble()).isEqualTo(0.9);
        assertThat(browser.evaluate("document.querySelector('#face2 h2').textContent").asText())
            .isEqualTo("Face 2: not sure");
        assertThat(browser.evaluate("byId('status').textContent").asText()).isEqualTo("7 fps");

        await(browser, ROWS, "7");
        browser.press('b');
        await(browser, ROWS, "0");
        assertThat(asked).containsExactly(Command.BARS);

        browser.press('p');
        await(browser, "byId('state').textContent", "Paused.");
        int still = browser.evaluate(GRAY).asInt();
        Thread.sleep(500);
        assertThat(browser.evaluate(GRAY).asInt()).isEqualTo(still);
        browser.press('p');
        awaitNot(browser, GRAY, still);

        browser.evaluate("[...document.querySelectorAll('button')].pop().click()");
        await(browser, "byId('state').textContent", "Live.");
        while (!asked.contains(Command.QUIT)) {
          Thread.sleep(20);
        }
      } finally {
        ended.set(true);
        camera.join();
      }
    }
  }

  @Test
  void page_saysSoWhenItHasNoToken() throws Exception {
    try (WebSink sink = sink();
        Chromium browser = Chromium.open(folder.resolve("profile"))) {
      browser.go(sink.address().replaceFirst("#.*", "#0123"));

      await(
          browser,
          "byId('state').textContent",
          "This address has no valid token; open the one that the program has printed.");
      assertThat(browser.evaluate("document.querySelectorAll('button').length").asInt()).isZero();
    }
  }

  @Test
  void accept_copiesNothingWhileNobodyWatches() {
    try (WebSink sink = sink();
        Frames frames = new Frames();
        Frame picture = frames.plain(64, 48, 9)) {
      sink.accept("demo", picture, FixedAnalyzer.result(0, 0, 64, 48));
    }

    assertThat(drawn).hasValue(0);
  }

  private WebSink sink() {
    return new WebSink(
        0,
        FixedAnalyzer.LABELS,
        (picture, faces, shown) -> {},
        () -> {
          drawn.incrementAndGet();
          return "7 fps";
        },
        view,
        List.of(Command.PAUSE, Command.BARS, Command.QUIT),
        asked::add);
  }

  /** Frames that grow brighter, 30 a second; each second one shows two faces. */
  private void film(WebSink sink) {
    try (Frames frames = new Frames()) {
      for (int i = 0; !ended.get(); i++) {
        try (Frame picture = frames.plain(64, 48, i % 250)) {
          FrameResult result = FixedAnalyzer.result(0, i / 30.0, 64, 48);
          sink.accept("demo", picture, result);
        }
        Thread.sleep(33);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(Chromium browser, String script, String expected) throws Exception {
    JsonNode found = browser.evaluate(script);
    for (int i = 0; i < 200 && !found.asText().equals(expected); i++) {
      Thread.sleep(50);
      found = browser.evaluate(script);
    }
    assertThat(found.asText()).isEqualTo(expected);
  }

  private static void awaitNot(Chromium browser, String script, int unwanted) throws Exception {
    for (int i = 0; i < 200 && browser.evaluate(script).asInt() == unwanted; i++) {
      Thread.sleep(50);
    }
    assertThat(browser.evaluate(script).asInt()).isNotEqualTo(unwanted);
  }
}
