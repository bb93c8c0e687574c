package io.aegispcap.capture.protocol.http;

import io.aegispcap.capture.protocol.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The start line of a message and those of its fields that are read (RFC 9112 2.1, 5). Of a field
/// that is repeated, the first counts.
final class HeaderBlock {
  static final int MAX_TEXT = 2048;

  private final byte[] bytes;
  private final String startLine;
  private final @Nullable String[] values = new String[HeaderField.COUNT];
  private final List<HttpContent.Field> suspects;

  HeaderBlock(byte[] bytes) {
    this.bytes = bytes;
    int end = lineEnd(0);
    startLine = text(0, contentEnd(0, end), MAX_TEXT + 64);
    List<HttpContent.Field> found = List.of();
    boolean asks = !startLine.startsWith("HTTP/");
    for (int from = end + 1; from < bytes.length; from = end + 1) {
      end = lineEnd(from);
      int colon = readField(from, contentEnd(from, end));
      if (asks && found.size() < HttpContent.MOST_FIELDS && isSuspect(from, colon, end)) {
        found = found.isEmpty() ? new ArrayList<>(2) : found;
        found.add(suspect(from, colon, contentEnd(from, end)));
      }
    }
    suspects = found;
  }

  /// Fields whose values hold what attacks need, in order.
  List<HttpContent.Field> suspects() {
    return suspects;
  }

  /// Credentials only when they hold a lookup: then they are none.
  private boolean isSuspect(int from, int colon, int end) {
    if (colon >= end) {
      return false;
    }
    int length = colon - from;
    boolean secret =
        length == "authorization".length() && bytes[from + length - 1] == 'n'
            || length == "proxy-authorization".length();
    return SuspectValue.in(bytes, colon + 1, end, secret);
  }

  private HttpContent.Field suspect(int from, int colon, int end) {
    String name = text(from, colon, 64).strip().toLowerCase(Locale.ROOT);
    return new HttpContent.Field(name, text(skipSpace(colon + 1, end), end, MAX_TEXT));
  }

  /// Cut after 2,112 characters; [#startLineTail] has the end of a longer one.
  String startLine() {
    return startLine;
  }

  /// The last characters of the start line, at most that many.
  String startLineTail(int length) {
    int end = contentEnd(0, lineEnd(0));
    int from = Math.max(0, end - length);
    return text(from, end, length);
  }

  Optional<String> field(HeaderField field) {
    return Optional.ofNullable(values[field.ordinal()]);
  }

  /// How the body is delimited by its fields; until close when they say nothing (RFC 9112 6.3).
  Framing framing() {
    Optional<String> coding = field(HeaderField.TRANSFER_ENCODING);
    if (coding.isPresent()) {
      return coding.get().toLowerCase(Locale.ROOT).endsWith("chunked")
          ? new Framing.Chunked()
          : new Framing.UntilClose();
    }
    return field(HeaderField.CONTENT_LENGTH)
        .map(HeaderBlock::counted)
        .orElse(new Framing.UntilClose());
  }

  private static Framing counted(String value) {
    int comma = value.indexOf(',');
    String number = comma < 0 ? value : value.substring(0, comma).strip();
    if (number.isEmpty()
        || number.length() > 18
        || !number.chars().allMatch(HeaderBlock::isDigit)) {
      throw new MalformedMessageException("HTTP Content-Length is not a number");
    }
    return new Framing.Counted(Long.parseLong(number));
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private int contentEnd(int from, int lineEnd) {
    return lineEnd > from && bytes[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
  }

  /// @return where its colon stands; the end without one
  private int readField(int from, int end) {
    int colon = from;
    while (colon < end && bytes[colon] != ':') {
      colon++;
    }
    int field = HeaderField.indexOf(bytes, from, colon - from);
    if (colon < end && field >= 0 && values[field] == null) {
      values[field] = text(skipSpace(colon + 1, end), end, MAX_TEXT).stripTrailing();
    }
    return colon;
  }

  private int skipSpace(int from, int end) {
    int at = from;
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at;
  }

  private String text(int from, int end, int most) {
    return new String(bytes, from, Math.min(most, end - from), StandardCharsets.ISO_8859_1);
  }
}
