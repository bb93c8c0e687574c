package io.aegispcap.analysis.dissection;

import io.aegispcap.capture.protocol.FactWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Gathers the fields of a layer. A text from the wire is cut where it gets too long to read.
final class Fields implements FactWriter {
  private static final int LONGEST = 1024;

  private final List<Dissection.Field> fields = new ArrayList<>();

  Fields add(String name, Object value) {
    String text = value.toString();
    fields.add(
        new Dissection.Field(
            name, text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text));
    return this;
  }

  Dissection.Layer layer(String name) {
    return new Dissection.Layer(name, fields);
  }

  @Override
  public void text(String field, String value) {
    if (!value.isEmpty()) {
      add(field, value);
    }
  }

  @Override
  public void number(String field, long value) {
    add(field, value);
  }

  @Override
  public void flag(String field, boolean value) {
    add(field, value);
  }

  @Override
  public <T> void list(String field, List<T> items, Function<? super T, String> text) {
    if (!items.isEmpty()) {
      add(field, String.join(", ", items.stream().map(text).toList()));
    }
  }

  @Override
  public void time(String field, long nanos) {
    add(field, Instant.ofEpochSecond(0, nanos));
  }
}
