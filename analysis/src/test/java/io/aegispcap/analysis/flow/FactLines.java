package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.FrameId;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Facts as people read them: a line of who speaks with whom, then one for each field.
final class FactLines implements FactWriter {
  private final StringBuilder lines = new StringBuilder();

  void add(FlowKey key, Fact fact) {
    lines
        .append("\nframe %d, ".formatted(FrameId.number(fact.frameId())))
        .append(
            "%s port %d to %s port %d\n"
                .formatted(
                    key.source(), key.sourcePort(), key.destination(), key.destinationPort()));
    fact.describe(this);
  }

  private void line(String field, String value) {
    lines.append("  ").append(field).append(" = ");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      lines.append(c >= ' ' && c != 0x7f ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    lines.append('\n');
  }

  @Override
  public void text(String field, String value) {
    if (!value.isEmpty()) {
      line(field, value);
    }
  }

  @Override
  public void number(String field, long value) {
    line(field, Long.toString(value));
  }

  @Override
  public void flag(String field, boolean value) {
    line(field, Boolean.toString(value));
  }

  @Override
  public <T> void list(String field, List<T> items, Function<? super T, String> text) {
    if (!items.isEmpty()) {
      line(field, items.stream().map(text).collect(Collectors.joining(" | ")));
    }
  }

  @Override
  public void time(String field, long nanos) {
    line(field, Instant.ofEpochSecond(0, nanos).toString());
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
