package ferlive.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes a report as one HTML page that loads nothing and runs nothing. */
final class ReportPage {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'";

  private final ReportData data;
  private final Markup page = new Markup();
  private final FaceSection faces;

  ReportPage(ReportData data, Optional<Thumbnails> thumbnails) {
    this.data = data;
    this.faces = new FaceSection(page, data, thumbnails);
  }

  String write() {
    page.open("html", "lang", "en").open("head");
    page.empty("meta", "charset", "utf-8");
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    page.empty("meta", "name", "referrer", "content", "no-referrer");
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.element("title", "Ferlive report");
    page.element("style", style()).close();
    page.open("body").open("main");
    page.element("h1", "Expressions that were seen");
    notes();
    facts();
    data.tally().streams().forEach(this::stream);
    pictures();
    faults();
    page.close().close().close();
    return page.toString();
  }

  private static String style() {
    try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void notes() {
    page.open("aside");
    page.element(
        "p",
        "An expression is not a feeling. This page says what faces looked like to a network that"
            + " learned from photographs labelled by people, who often disagreed, and it is wrong on"
            + " about one face in three. “Not sure” is an answer too.");
    page.element(
        "p",
        "Not for judging people: not for hiring, grading, policing or health, and in the European"
            + " Union not at work or in education. A face's number is no identity: one person may"
            + " have several. Whoever is in this report has a right to know.");
    page.close();
  }

  private void facts() {
    page.element("h2", "Made with").open("dl");
    data.facts().forEach((name, value) -> page.element("dt", name).element("dd", value));
    page.close();
  }

  private void stream(SourceTally stream) {
    page.open("section").element("h2", stream.name());
    page.element(
        "p",
        format(
            "%s long, %d frames, %d of them with a face.",
            TimeAxis.format(stream.seconds()), stream.frames(), stream.framesWithFace()));
    if (!stream.tracks().isEmpty()) {
      shares(stream);
      changes(stream);
      stream.tracks().keySet().forEach(faces::write);
    }
    page.close();
  }

  private void shares(SourceTally stream) {
    page.element("h3", "How long each face showed what").open("div", "class", "wide").open("table");
    page.open("thead").open("tr");
    for (String name : List.of("face", "on screen", "changes a minute", "not sure")) {
      head(name, "col");
    }
    data.labels().forEach(label -> head(label, "col"));
    page.close().close().open("tbody");
    for (Map.Entry<Integer, TrackTally> face : stream.tracks().entrySet()) {
      TrackTally track = face.getValue();
      page.open("tr");
      head(face.getKey().toString(), "row");
      cell(format("%.1f s", track.seconds()));
      cell(format("%.1f", track.changesPerMinute()));
      share(track.notSureShare());
      for (int label = 0; label < data.labels().size(); label++) {
        share(track.share(label));
      }
      page.close();
    }
    page.close().close().close();
    if (stream.others() > 0) {
      page.element(
          "p",
          format(
              "And %d more that were seen for %.1f s together.",
              stream.others(), stream.otherSeconds()));
    }
  }

  private void changes(SourceTally stream) {
    page.element("h3", "What gave way to what").open("div", "class", "wide").open("table");
    page.element("caption", "Times that a sure expression (row) gave way to another one (column)");
    page.open("thead").open("tr");
    head("", "col");
    data.labels().forEach(label -> head(label, "col"));
    page.close().close().open("tbody");
    for (int from = 0; from < data.labels().size(); from++) {
      page.open("tr");
      head(data.labels().get(from), "row");
      for (int to = 0; to < data.labels().size(); to++) {
        cell(from == to ? "" : Long.toString(stream.changes(from, to)));
      }
      page.close();
    }
    page.close().close().close();
  }

  private void pictures() {
    PictureTally tally = data.tally().pictures();
    if (tally.pictures() == 0) {
      return;
    }
    page.open("section").element("h2", "Pictures");
    page.element(
        "p",
        format(
            "%d pictures, %d of them with a face; %d faces.",
            tally.pictures(), tally.withFace(), tally.faces()));
    page.open("table").open("thead").open("tr");
    head("expression", "col");
    head("faces", "col");
    page.close().close().open("tbody");
    for (int label = 0; label < data.labels().size(); label++) {
      shareRow(data.labels().get(label), tally.share(label));
    }
    shareRow("not sure", tally.notSureShare());
    page.close().close();
    faces.writePictures();
    page.close();
  }

  private void shareRow(String name, double share) {
    page.open("tr");
    head(name, "row");
    share(share);
    page.close();
  }

  private void faults() {
    if (data.faults().isEmpty()) {
      return;
    }
    page.open("section").element("h2", "Not analysed, or not to the end").open("ul");
    data.faults().forEach(fault -> page.element("li", fault.message()));
    page.close().close();
  }

  private void head(String text, String scope) {
    page.element("th", text, "scope", scope);
  }

  private void cell(String text) {
    page.element("td", text);
  }

  /** A number with a bar behind it. */
  private void share(double share) {
    page.element(
        "td",
        format("%.0f %%", 100 * share),
        "class",
        "share",
        "style",
        format("--share:%.1f%%", 100 * share));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
