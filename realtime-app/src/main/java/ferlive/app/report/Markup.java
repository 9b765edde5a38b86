package ferlive.app.report;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes HTML and SVG elements; text and attributes cannot become markup. Attributes come as name,
 * value, name, value. <b>Threading</b>: confined to one thread.
 */
final class Markup {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;

  Markup() {
    try {
      writer = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
    text.write("<!DOCTYPE html>\n");
  }

  /** Begins an element that {@link #close} ends. */
  Markup open(String element, Object... attributes) {
    try {
      writer.writeStartElement(element);
      writeAttributes(attributes);
      return this;
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  /** Ends the innermost open element. */
  Markup close() {
    try {
      writer.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  /** Writes an element that never has content, such as an image. */
  Markup empty(String element, Object... attributes) {
    try {
      writer.writeEmptyElement(element);
      writeAttributes(attributes);
      return this;
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  /** Writes an element with text and nothing else. */
  Markup element(String element, String content, Object... attributes) {
    return open(element, attributes).text(content).close();
  }

  Markup text(String content) {
    try {
      writer.writeCharacters(content);
      return this;
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  private void writeAttributes(Object... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i].toString(), attributes[i + 1].toString());
    }
  }

  private static IllegalStateException unexpected(XMLStreamException e) {
    return new IllegalStateException("a string cannot fail", e);
  }

  /** What was written. */
  @Override
  public String toString() {
    try {
      writer.flush();
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
    return text.toString();
  }
}
