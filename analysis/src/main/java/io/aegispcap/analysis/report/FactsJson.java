package io.aegispcap.analysis.report;

import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.pipeline.RowBuffer;
import io.aegispcap.capture.packet.FrameId;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Facts as the members of a JSON array: objects, fields by their ECS names, kept with the flow
/// that they are said in. Inside a CSV cell every quote is doubled (RFC 4180 2.7).
final class FactsJson implements FactWriter {
  /// Facts of a flow that are written; those beyond are left out.
  private static final int MAX_FACTS = 16;

  private static final String HEX = "0123456789abcdef";

  private final String quote;
  private final Map<String, byte[]> names = new HashMap<>();
  private final RowBuffer out = new RowBuffer();

  private FactsJson(String quote) {
    this.quote = quote;
  }

  static FactsJson plain() {
    return new FactsJson("\"");
  }

  static FactsJson inCsvCell() {
    return new FactsJson("\"\"");
  }

  /// Notes a fact on the flow whose conversation said it.
  void note(Flow flow, Fact fact) {
    if (flow.factCount() > MAX_FACTS) {
      return;
    }
    out.clear();
    out.ascii(flow.notesLength() == 0 ? "{" : ",{").ascii(quote).ascii("frame").ascii(quote);
    out.ascii(':').number(FrameId.number(fact.frameId()));
    text("network.protocol", fact.protocol());
    fact.describe(this);
    out.ascii('}');
    out.noteOn(flow);
  }

  /// Comma, name and colon: the few names that there are, are put together once.
  private void name(String field) {
    byte[] name = names.get(field);
    if (name == null) {
      name = ("," + quote + field + quote + ":").getBytes(StandardCharsets.US_ASCII);
      names.put(field, name);
    }
    out.ascii(name);
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
  public <T> void list(String field, List<T> values, Function<? super T, String> text) {
    if (values.isEmpty()) {
      return;
    }
    name(field);
    char separator = '[';
    for (int i = 0; i < values.size(); i++) {
      out.ascii(separator);
      string(text.apply(values.get(i)));
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
