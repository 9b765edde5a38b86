package ferlive.app.report;

import ferlive.app.error.AppException;
import ferlive.app.frame.Frame;
import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import ferlive.app.sink.OutputFiles;
import ferlive.app.sink.ResultSink;
import ferlive.app.sink.SourceEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes at the end one page about the run, for a browser, that needs nothing but itself.
 *
 * <p>The file appears whole or not at all, for its owner only; without a frame there is none. <b>
 * Errors</b>: OUTPUT when it cannot be written, as far as that can be known at once from the
 * constructor. <b>Memory</b>: bounded, however long the run is. <b>Threading</b>: confined to one
 * thread.
 */
public final class ReportSink implements ResultSink {
  private final Path file;
  private final ReportData data;
  private final Optional<Thumbnails> thumbnails;
  private boolean seen;
  private boolean closed;

  /**
   * @param labels of the model, in the order of its scores
   * @param facts what the run was made with, by name
   * @param withPictures whether small pictures of the faces are kept in the page
   */
  public ReportSink(
      Path file, List<String> labels, Map<String, String> facts, boolean withPictures) {
    this.file = file;
    OutputFiles.checkWritable(file);
    this.thumbnails = withPictures ? Optional.of(new Thumbnails()) : Optional.empty();
    this.data = new ReportData(labels, facts);
  }

  @Override
  public void event(String source, SourceEvent event) {
    data.event(source, event);
  }

  @Override
  public void accept(String source, Frame frame, FrameResult result) {
    seen = true;
    data.add(source, result);
    thumbnails.ifPresent(
        pictures -> {
          pictures.add(frame, result.faces().stream().filter(this::isKept).toList());
          pictures.retain(data::tellsOf);
        });
  }

  private boolean isKept(FaceResult face) {
    return data.tellsOf(face.track());
  }

  /**
   * Writes the page.
   *
   * @throws AppException OUTPUT when it cannot be written
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (seen) {
        data.end();
        String page = new ReportPage(data, thumbnails).write();
        OutputFiles.replace(file, page.getBytes(StandardCharsets.UTF_8));
      }
    } finally {
      thumbnails.ifPresent(Thumbnails::close);
    }
  }
}
