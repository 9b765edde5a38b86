package ferlive.app.sink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import ferlive.app.frame.Box;
import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes one JSON object a line: one for every frame, with faces or without, and one when a source
 * is lost, comes back, fails or ends. Threading and errors as {@link LineOutput}, which it owns.
 */
public final class JsonlSink implements ResultWriter {
  private static final int SCHEMA = 1;

  private final JsonFactory json = new JsonFactory();
  private final LineOutput out;
  private final List<String> labels;

  /**
   * @param labels of the model, in the order of its scores
   */
  public JsonlSink(LineOutput out, List<String> labels) {
    this.out = out;
    this.labels = List.copyOf(labels);
  }

  @Override
  public void accept(String source, FrameResult result) {
    line(
        source,
        generator -> {
          generator.writeNumberField("frame", result.frame());
          number(generator, "time", Decimals.time(result.time()));
          generator.writeArrayFieldStart("faces");
          for (FaceResult face : result.faces()) {
            face(generator, face);
          }
          generator.writeEndArray();
        });
  }

  @Override
  public void event(String source, SourceEvent event) {
    if (event instanceof SourceEvent.Lost lost) {
      line(
          source,
          generator -> {
            generator.writeStringField("event", "source-lost");
            generator.writeStringField("reason", lost.reason());
          });
    } else if (event instanceof SourceEvent.Back back) {
      line(
          source,
          generator -> {
            generator.writeStringField("event", "source-back");
            number(generator, "seconds", Decimals.time(back.outage().toMillis() / 1e3));
          });
    } else if (event instanceof SourceEvent.Troubled troubled) {
      error(source, troubled.message());
    } else if (event instanceof SourceEvent.Failed failed) {
      error(source, failed.fault().getMessage());
    } else if (event instanceof SourceEvent.Ended ended) {
      line(
          source,
          generator -> {
            generator.writeStringField("event", "end");
            generator.writeNumberField("frames", ended.frames());
          });
    }
  }

  private void error(String source, String message) {
    line(
        source,
        generator -> {
          generator.writeStringField("event", "error");
          generator.writeStringField("message", message);
        });
  }

  private void face(JsonGenerator generator, FaceResult face) throws IOException {
    generator.writeStartObject();
    generator.writeNumberField("track", face.track());
    box(generator, face.box());
    if (face.detection().isPresent()) {
      number(generator, "detection", Decimals.score(face.detection().getAsDouble()));
    } else {
      generator.writeNullField("detection");
    }
    generator.writeStringField("label", labels.get(face.label()));
    number(generator, "score", Decimals.score(face.score()));
    generator.writeBooleanField("sure", face.sure());
    generator.writeObjectFieldStart("probabilities");
    for (int i = 0; i < labels.size(); i++) {
      number(generator, labels.get(i), Decimals.score(face.probabilities().get(i)));
    }
    generator.writeEndObject();
    generator.writeEndObject();
  }

  private static void box(JsonGenerator generator, Box box) throws IOException {
    generator.writeArrayFieldStart("box");
    for (double value : new double[] {box.x(), box.y(), box.width(), box.height()}) {
      generator.writeNumber(Decimals.pixels(value));
    }
    generator.writeEndArray();
  }

  private static void number(JsonGenerator generator, String name, String digits)
      throws IOException {
    generator.writeFieldName(name);
    generator.writeNumber(digits);
  }

  /** Builds the whole line before any of it is written. */
  private void line(String source, Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = json.createGenerator(text)) {
      generator.writeStartObject();
      generator.writeNumberField("schema", SCHEMA);
      generator.writeStringField("source", source);
      fields.write(generator);
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail", e);
    }
    out.line(text.toString());
  }

  @Override
  public void close() {
    out.close();
  }

  private interface Fields {
    void write(JsonGenerator generator) throws IOException;
  }
}
