package io.aegispcap.analysis.report;

import io.aegispcap.analysis.pipeline.RowBuffer;
import io.aegispcap.capture.packet.FrameId;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.time.Instant;
import java.util.List;

/// Facts as a JSON array of objects, fields by their ECS names, written straight into a row. Inside
/// a CSV cell every quote is doubled (RFC 4180 2.7).
final class FactsJson implements FactWriter {
  private static final String HEX = "0123456789abcdef";

  private final String quote;
  private RowBuffer out = new RowBuffer();

  private FactsJson(String quote) {
    this.quote = quote;
  }

  static FactsJson plain() {
    return new FactsJson("\"");
  }

  static FactsJson inCsvCell() {
    return new FactsJson("\"\"");
  }

  void append(List<Fact> facts, RowBuffer row) {
    out = row;
    out.ascii('[');
    for (int i = 0; i < facts.size(); i++) {
      Fact fact = facts.get(i);
      out.ascii(i == 0 ? "{" : ",{").ascii(quote).ascii("frame").ascii(quote).ascii(':');
      out.number(FrameId.number(fact.frameId()));
      text("network.protocol", fact.protocol());
      fact.describe(this);
      out.ascii('}');
    }
    out.ascii(']');
  }

  private void name(String field) {
    out.ascii(',').ascii(quote).ascii(field).ascii(quote).ascii(':');
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
    out.number(value);
  }

  @Override
  public void flag(String field, boolean value) {
    name(field);
    out.ascii(value ? "true" : "false");
  }

  @Override
  public void list(String field, List<String> values) {
    if (values.isEmpty()) {
      return;
    }
    name(field);
    char separator = '[';
    for (int i = 0; i < values.size(); i++) {
      out.ascii(separator);
      string(values.get(i));
      separator = ',';
    }
    out.ascii(']');
  }

  @Override
  public void time(String field, long nanos) {
    text(field, Instant.ofEpochSecond(0, nanos).toString());
  }

  private void string(String value) {
    out.ascii(quote);
    if (!out.plain(value)) {
      for (int i = 0; i < value.length(); i++) {
        escaped(value.charAt(i), value, i);
      }
    }
    out.ascii(quote);
  }

  /// RFC 8259 7: quotes, backslashes and control characters are escaped; so are surrogates.
  private void escaped(char c, String value, int index) {
    if (c == '"') {
      out.ascii('\\').ascii(quote);
    } else if (c == '\\') {
      out.ascii("\\\\");
    } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
      out.ascii("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        out.ascii(HEX.charAt(c >> shift & 15));
      }
    } else if (c < 0x7f) {
      out.ascii(c);
    } else {
      out.utf8(value.substring(index, index + 1));
    }
  }
}
