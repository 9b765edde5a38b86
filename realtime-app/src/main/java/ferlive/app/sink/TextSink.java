package ferlive.app.sink;

import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import ferlive.app.source.SourceKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells people what was seen: one line a picture, one line a video. Threading and errors as {@link
 * LineOutput}, which it owns.
 */
public final class TextSink implements ResultWriter {
  private final LineOutput out;
  private final List<String> labels;
  private SourceKind kind = SourceKind.PICTURES;
  private Summary summary;

  /**
   * @param labels of the model, in the order of its scores
   */
  public TextSink(LineOutput out, List<String> labels) {
    this.out = out;
    this.labels = List.copyOf(labels);
    this.summary = new Summary(labels.size());
  }

  @Override
  public void event(String source, SourceEvent event) {
    if (event instanceof SourceEvent.Started started) {
      kind = started.info().kind();
      summary = new Summary(labels.size());
    } else if (event instanceof SourceEvent.Ended ended
        && kind != SourceKind.PICTURES
        && ended.frames() > 0) {
      out.line(source + ": " + describe(ended.frames()));
    }
  }

  @Override
  public void accept(String source, FrameResult result) {
    if (kind == SourceKind.PICTURES) {
      out.line(source + ": " + describe(result.faces()));
    } else {
      summary.add(result);
    }
  }

  private String describe(List<FaceResult> faces) {
    return faces.isEmpty()
        ? "no face"
        : faces.stream().map(this::describe).collect(Collectors.joining("; "));
  }

  private String describe(FaceResult face) {
    String answer = labels.get(face.label()) + " " + Decimals.score(face.score());
    return String.format(
        Locale.ROOT,
        "%s at %.0f,%.0f %.0fx%.0f",
        face.sure() ? answer : "not sure (" + answer + ")",
        face.box().x(),
        face.box().y(),
        face.box().width(),
        face.box().height());
  }

  private String describe(long frames) {
    String length = String.format(Locale.ROOT, "%d frames, %.1f s", frames, summary.lastTime);
    if (summary.faces() == 0) {
      return length + ", no face";
    }
    return length
        + String.format(
            Locale.ROOT,
            ", a face in %d frames, at most %d at once: ",
            summary.framesWithFace,
            summary.mostAtOnce)
        + shares();
  }

  /** Labels by falling share of the faces seen. */
  private String shares() {
    String sure =
        IntStream.range(0, labels.size())
            .filter(label -> summary.counts[label] > 0)
            .boxed()
            .sorted((a, b) -> Long.compare(summary.counts[b], summary.counts[a]))
            .map(label -> labels.get(label) + " " + percent(summary.counts[label]))
            .collect(Collectors.joining(", "));
    if (summary.notSure == 0) {
      return sure;
    }
    return (sure.isEmpty() ? "" : sure + ", ") + "not sure " + percent(summary.notSure);
  }

  private String percent(long count) {
    return Math.round(100.0 * count / summary.faces()) + "%";
  }

  @Override
  public void close() {
    out.close();
  }

  private static final class Summary {
    private final long[] counts;
    private long notSure;
    private long framesWithFace;
    private int mostAtOnce;
    private double lastTime;

    Summary(int labels) {
      this.counts = new long[labels];
    }

    void add(FrameResult result) {
      lastTime = result.time();
      mostAtOnce = Math.max(mostAtOnce, result.faces().size());
      framesWithFace += result.faces().isEmpty() ? 0 : 1;
      for (FaceResult face : result.faces()) {
        if (face.sure()) {
          counts[face.label()]++;
        } else {
          notSure++;
        }
      }
    }

    long faces() {
      return notSure + Arrays.stream(counts).sum();
    }
  }
}
