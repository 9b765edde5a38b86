package ferlive.app.pipeline;

import static ferlive.app.testing.Results.SAD;
import static ferlive.app.testing.Results.frame;
import static ferlive.app.testing.Results.sure;
import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.frame.Frame;
import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import ferlive.app.sink.ResultWriter;
import ferlive.app.sink.SourceEvent;
import ferlive.app.source.SourceInfo;
import ferlive.app.source.SourceKind;
import ferlive.app.testing.Frames;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberedTracksTest {
  private final List<List<Integer>> numbers = new ArrayList<>();

  @Test
  void accept_numbersFacesAsTheyAppearAndGoesOnInTheNextSource() {
    try (NumberedTracks tracks = new NumberedTracks(new NumberSink());
        Frames frames = new Frames();
        Frame picture = frames.plain(8, 8, 0)) {
      start(tracks);
      tracks.accept("a", picture, frame(0, sure(4, SAD)));
      tracks.accept("a", picture, frame(1, sure(2, SAD), sure(4, SAD)));
      start(tracks);
      tracks.accept("b", picture, frame(0, sure(1, SAD), sure(4, SAD)));
    }

    assertThat(numbers).containsExactly(List.of(1), List.of(1, 2), List.of(3, 4));
  }

  private static void start(NumberedTracks tracks) {
    SourceInfo info = new SourceInfo("a", SourceKind.VIDEO, 8, 8, 10, -1);
    tracks.event("a", new SourceEvent.Started(info));
  }

  private final class NumberSink implements ResultWriter {
    @Override
    public void accept(String source, FrameResult result) {
      numbers.add(result.faces().stream().map(FaceResult::track).toList());
    }

    @Override
    public void close() {}
  }
}
