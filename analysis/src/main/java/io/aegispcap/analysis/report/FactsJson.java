package io.aegispcap.analysis.report;

import io.aegispcap.capture.packet.FrameId;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.time.Instant;
import java.util.List;

/// Facts as a JSON array of objects, fields by their ECS names.
final class FactsJson implements FactWriter {
  private final StringBuilder text = new StringBuilder();

  String of(List<Fact> facts) {
    text.setLength(0);
    text.append('[');
    for (Fact fact : facts) {
      text.append(text.length() > 1 ? ",{" : "{");
      text.append("\"frame\":").append(FrameId.number(fact.frameId()));
      text("network.protocol", fact.protocol());
      fact.describe(this);
      text.append('}');
    }
    return text.append(']').toString();
  }

  private void name(String field) {
    text.append(",\"").append(field).append("\":");
  }

  @Override
  public void text(String field, String value) {
    if (!value.isEmpty()) {
      name(field);
      string(value);
    }
  }

  @Override
  public void number(String field, long value) {
    name(field);
    text.append(value);
  }

  @Override
  public void flag(String field, boolean value) {
    name(field);
    text.append(value);
  }

  @Override
  public void list(String field, List<String> values) {
    if (values.isEmpty()) {
      return;
    }
    name(field);
    char separator = '[';
    for (String value : values) {
      text.append(separator);
      string(value);
      separator = ',';
    }
    text.append(']');
  }

  @Override
  public void time(String field, long nanos) {
    name(field);
    text.append('"').append(Instant.ofEpochSecond(0, nanos)).append('"');
  }

  /// RFC 8259 7: quotes, backslashes and control characters are escaped; so are lone surrogates.
  private void string(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
        text.append("\\u").append(String.format("%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
