package ferlive.app.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;
import ferlive.app.testing.EventSink;
import java.util.List;
import org.junit.jupiter.api.Test;

class SinkGroupTest {
  private static final SourceEvent END = new SourceEvent.Ended(0);

  @Test
  void event_goesOnWithTheOthersWhenOneFails() {
    AppException full = new AppException(ExitCode.OUTPUT, "disk full");
    EventSink good = new EventSink();

    SinkGroup group = new SinkGroup(List.of(new FailingSink(full), good));
    group.event("a", END);
    group.event("b", END);
    group.close();

    assertThat(good.events()).hasSize(2);
    assertThat(good.closes()).isEqualTo(1);
    assertThat(group.faults()).containsExactly(full);
  }

  @Test
  void event_takesAClosedPipeForNoFault() {
    SinkGroup group =
        new SinkGroup(List.of(new FailingSink(new PipeClosedException(new Exception()))));

    group.event("a", END);

    assertThat(group.isEmpty()).isTrue();
    assertThat(group.faults()).isEmpty();
  }

  @Test
  void close_endsTheOthersWhenOneThrows() {
    IllegalStateException fault = new IllegalStateException("broken");
    EventSink good = new EventSink();
    SinkGroup group = new SinkGroup(List.of(new FailingSink(fault), good));

    assertThatThrownBy(group::close).isSameAs(fault);

    assertThat(good.closes()).isEqualTo(1);
  }

  private record FailingSink(RuntimeException fault) implements ResultSink {
    @Override
    public void accept(String source, Frame frame, FrameResult result) {
      throw fault;
    }

    @Override
    public void event(String source, SourceEvent event) {
      throw fault;
    }

    @Override
    public void close() {
      throw fault;
    }
  }
}
