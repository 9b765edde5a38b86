package ferlive.app.report;

import ferlive.app.result.FaceResult;
import ferlive.app.sink.Decimals;
import java.util.List;
import java.util.Optional;

/** The parts of a report about single faces: the timeline and its numbers, and small pictures. */
final class FaceSection {
  /** Rows of the table that stands for the picture. */
  private static final int ROWS = 12;

  private static final String JPEG = "data:image/jpeg;base64,";

  private final Markup page;
  private final ReportData data;
  private final Optional<Thumbnails> thumbnails;

  FaceSection(Markup page, ReportData data, Optional<Thumbnails> thumbnails) {
    this.page = page;
    this.data = data;
    this.thumbnails = thumbnails;
  }

  /** Writes about a face of a stream, if it is drawn. */
  void write(int face) {
    data.series(face)
        .ifPresent(
            series -> {
              page.open("section", "class", "face").element("h3", "Face " + face);
              pictures(face);
              page.open("figure");
              Timeline.write(page, face, series, data.labels());
              page.element("figcaption", caption(series)).close();
              numbers(series);
              page.close();
            });
  }

  private static String caption(Series series) {
    String from = TimeAxis.format(series.firstTime());
    String range = "From " + from + " to " + TimeAxis.format(series.lastTime());
    return range
        + (series.span() == 1
            ? ", every frame; a row is 0 at its floor and 1 at its ceiling."
            : ", each point the mean of "
                + series.span()
                + " frames; a row is 0 at its floor and 1 at its ceiling.");
  }

  private void pictures(int face) {
    thumbnails.ifPresent(
        kept ->
            kept.of(face)
                .forEach(
                    (label, jpeg) -> {
                      String text = "face %d, %s".formatted(face, data.labels().get(label));
                      page.empty("img", "alt", text, "title", text, "src", JPEG + jpeg);
                    }));
  }

  /** The same as the picture, for those who do not see it. */
  private void numbers(Series series) {
    int rows = Math.min(ROWS, series.size());
    page.open("details").element("summary", "As numbers").open("div", "class", "wide");
    page.open("table").element("caption", "Mean probability").open("thead").open("tr");
    page.element("th", "from", "scope", "col").element("th", "to", "scope", "col");
    data.labels().forEach(label -> page.element("th", label, "scope", "col"));
    page.close().close().open("tbody");
    for (int row = 0; row < rows; row++) {
      int from = row * series.size() / rows;
      int to = (row + 1) * series.size() / rows;
      page.open("tr");
      page.element("th", TimeAxis.format(series.time(from)), "scope", "row");
      page.element("td", TimeAxis.format(series.time(to - 1)));
      for (int label = 0; label < data.labels().size(); label++) {
        page.element("td", Decimals.score(series.mean(from, to, label)));
      }
      page.close();
    }
    page.close().close().close().close();
  }

  /** Writes one row for each picture that is listed. */
  void writePictures() {
    List<ReportData.Row> rows = data.pictures();
    page.open("div", "class", "wide").open("table").open("thead").open("tr");
    page.element("th", "picture", "scope", "col").element("th", "faces", "scope", "col");
    page.close().close().open("tbody");
    for (ReportData.Row row : rows) {
      page.open("tr").element("th", row.source(), "scope", "row").open("td");
      if (row.faces().isEmpty()) {
        page.text("no face");
      }
      row.faces().forEach(this::pictureFace);
      page.close().close();
    }
    page.close().close().close();
    long more = data.tally().pictures().pictures() - rows.size();
    if (more > 0) {
      page.element("p", "And " + more + " more pictures, which are counted above.");
    }
  }

  private void pictureFace(FaceResult face) {
    page.open("div");
    pictures(face.track());
    String answer = data.labels().get(face.label()) + " " + Decimals.score(face.score());
    page.text(face.sure() ? answer : "not sure (" + answer + ")").close();
  }
}
