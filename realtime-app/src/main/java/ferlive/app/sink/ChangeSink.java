package ferlive.app.sink;

import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells people what changes in a stream: one line when a face comes, goes or shows something else.
 * Threading and errors as {@link LineOutput}, which it owns.
 */
public final class ChangeSink implements ResultWriter {
  private final LineOutput out;
  private final List<String> labels;
  private Map<Integer, String> last = new TreeMap<>();

  /**
   * @param labels of the model, in the order of its scores
   */
  public ChangeSink(LineOutput out, List<String> labels) {
    this.out = out;
    this.labels = List.copyOf(labels);
  }

  @Override
  public void accept(String source, FrameResult result) {
    Map<Integer, String> now = new TreeMap<>();
    for (FaceResult face : result.faces()) {
      now.put(face.track(), face.sure() ? labels.get(face.label()) : "not sure");
    }
    for (Map.Entry<Integer, String> face : now.entrySet()) {
      if (!face.getValue().equals(last.get(face.getKey()))) {
        tell(result.time(), face.getKey(), face.getValue());
      }
    }
    for (int track : last.keySet()) {
      if (!now.containsKey(track)) {
        tell(result.time(), track, "gone");
      }
    }
    last = now;
  }

  /** Who was seen before an outage is not there any more: all are told of anew after it. */
  @Override
  public void event(String source, SourceEvent event) {
    if (event instanceof SourceEvent.Lost lost) {
      out.line("           source lost: " + lost.reason());
      last = new TreeMap<>();
    } else if (event instanceof SourceEvent.Back back) {
      out.line("           source back after " + back.outage().toSeconds() + " s");
    } else if (event instanceof SourceEvent.Troubled troubled) {
      out.line("           " + troubled.message());
    }
  }

  private void tell(double time, int track, String what) {
    out.line(String.format(Locale.ROOT, "%8.2f s  face %d: %s", time, track, what));
  }

  @Override
  public void close() {
    out.close();
  }
}
