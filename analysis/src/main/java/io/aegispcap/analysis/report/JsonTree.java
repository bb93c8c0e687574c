package io.aegispcap.analysis.report;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes nested JSON so that the code has the shape of the document.
final class JsonTree implements Closeable {
  private final JsonGenerator out;

  JsonTree(OutputStream stream) {
    this(new JsonFactory().createGenerator(new Indented(), stream));
  }

  private JsonTree(JsonGenerator out) {
    this.out = out;
  }

  /// Writes a document and the end of a line; the stream stays open.
  static void document(OutputStream out, Consumer<JsonTree> content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonTree json = new JsonTree(bytes)) {
      content.accept(json);
    }
    bytes.write('\n');
    bytes.writeTo(out);
    out.flush();
  }

  /// All of it in one line.
  static JsonTree inOneLine(Writer writer) {
    return new JsonTree(new JsonFactory().createGenerator(ObjectWriteContext.empty(), writer));
  }

  /// Two spaces a level and LF on every system, so that the same input gives the same bytes.
  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }

  void object(Runnable content) {
    out.writeStartObject();
    content.run();
    out.writeEndObject();
  }

  void object(String name, Runnable content) {
    out.writeName(name);
    object(content);
  }

  <T> void array(String name, List<T> items, Consumer<T> content) {
    out.writeName(name);
    out.writeStartArray();
    for (T item : items) {
      object(() -> content.accept(item));
    }
    out.writeEndArray();
  }

  /// The document is an array.
  <T> void array(List<T> items, Consumer<T> content) {
    out.writeStartArray();
    for (T item : items) {
      object(() -> content.accept(item));
    }
    out.writeEndArray();
  }

  void strings(String name, List<String> values) {
    out.writeName(name);
    out.writeStartArray();
    values.forEach(out::writeString);
    out.writeEndArray();
  }

  /// Pairs of first and last.
  void ranges(String name, List<FrameRanges.Range> ranges) {
    out.writeName(name);
    out.writeStartArray();
    for (FrameRanges.Range range : ranges) {
      out.writeStartArray();
      out.writeNumber(range.from());
      out.writeNumber(range.to());
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  void text(String name, String value) {
    out.writeStringProperty(name, value);
  }

  void number(String name, long value) {
    out.writeName(name);
    out.writeNumber(value);
  }

  /// A whole number is written without a point.
  void decimal(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " is not a finite number");
    }
    out.writeName(name);
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      out.writeNumber((long) value);
    } else {
      out.writeNumber(value);
    }
  }

  void flag(String name, boolean value) {
    out.writeName(name);
    out.writeBoolean(value);
  }

  /// @param nanos since 1970
  void time(String name, long nanos) {
    text(name, Instant.ofEpochSecond(0, nanos).toString());
  }

  @Override
  public void close() {
    out.close();
  }
}
