package ferlive.app.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import ferlive.app.result.FrameResult;
import ferlive.app.sink.JsonlSink;
import ferlive.app.sink.LineOutput;
import ferlive.app.view.View;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a page gets for a picture: a line of JSON with the view, the status and the result as JSONL
 * has it, and then the JPEG. <b>Threading</b>: confined to one thread.
 */
final class PictureMessage {
  private final ObjectMapper json = new ObjectMapper();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final JsonlSink results;

  PictureMessage(List<String> labels) {
    this.results = new JsonlSink(LineOutput.to(line), labels);
  }

  byte[] of(String source, FrameResult result, View view, String status, byte[] jpeg) {
    line.reset();
    results.accept(source, result);
    ObjectNode head = json.createObjectNode();
    head.put("status", status);
    head.put("paused", view.paused());
    head.put("bars", view.bars().name());
    head.putRawValue("result", new RawValue(line.toString(StandardCharsets.UTF_8).strip()));
    try {
      byte[] text = (json.writeValueAsString(head) + "\n").getBytes(StandardCharsets.UTF_8);
      byte[] message = new byte[text.length + jpeg.length];
      System.arraycopy(text, 0, message, 0, text.length);
      System.arraycopy(jpeg, 0, message, text.length, jpeg.length);
      return message;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
