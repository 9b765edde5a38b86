package ferlive.app.sink;

import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes one row a face, quoted as RFC 4180 says, under a row of names. A frame without a face is
 * one row that is empty after its time. Threading and errors as {@link LineOutput}, which it owns.
 */
public final class CsvSink implements ResultWriter {
  private static final List<String> FACE_COLUMNS =
      List.of("track", "x", "y", "width", "height", "detection", "label", "score", "sure");

  private final LineOutput out;
  private final List<String> labels;

  /**
   * Writes the row of names.
   *
   * @param labels of the model, in the order of its scores; one column each
   */
  public CsvSink(LineOutput out, List<String> labels) {
    this.out = out;
    this.labels = List.copyOf(labels);
    List<String> names = new ArrayList<>(List.of("source", "frame", "time"));
    names.addAll(FACE_COLUMNS);
    names.addAll(labels);
    row(names);
  }

  @Override
  public void accept(String source, FrameResult result) {
    List<String> place =
        List.of(source, Long.toString(result.frame()), Decimals.time(result.time()));
    if (result.faces().isEmpty()) {
      row(place, Collections.nCopies(FACE_COLUMNS.size() + labels.size(), ""));
    }
    for (FaceResult face : result.faces()) {
      row(place, cells(face));
    }
  }

  private List<String> cells(FaceResult face) {
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(face.track()));
    cells.add(Decimals.pixels(face.box().x()));
    cells.add(Decimals.pixels(face.box().y()));
    cells.add(Decimals.pixels(face.box().width()));
    cells.add(Decimals.pixels(face.box().height()));
    cells.add(face.detection().isPresent() ? Decimals.score(face.detection().getAsDouble()) : "");
    cells.add(labels.get(face.label()));
    cells.add(Decimals.score(face.score()));
    cells.add(Boolean.toString(face.sure()));
    for (int i = 0; i < labels.size(); i++) {
      cells.add(Decimals.score(face.probabilities().get(i)));
    }
    return cells;
  }

  private void row(List<String> place, List<String> rest) {
    List<String> cells = new ArrayList<>(place);
    cells.addAll(rest);
    row(cells);
  }

  private void row(List<String> cells) {
    out.line(cells.stream().map(CsvSink::quoted).collect(Collectors.joining(",")));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() {
    out.close();
  }
}
