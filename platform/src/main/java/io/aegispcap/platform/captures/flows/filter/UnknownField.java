package io.aegispcap.platform.captures.flows.filter;

import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.platform.web.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What to say of a word that stands where a field should: often it is a field mistyped, or a value
/// without one.
final class UnknownField {
  private static final int CLOSE = 2;

  private UnknownField() {}

  static FilterException at(Token token) {
    List<String> expected = List.of("a field such as host, port or proto", "not", "(");
    String advice = advice(token).map(better -> " (did you mean " + better + "?)").orElse("");
    return new FilterException(
        token.at(), token.end() - token.at(), token.found() + advice, expected);
  }

  private static Optional<String> advice(Token token) {
    if (token.type() != Token.Type.WORD || token.text().length() > 60) {
      return Optional.empty();
    }
    return isAddress(token.text())
        ? Optional.of("host == " + token.text())
        : nearest(token.text().toLowerCase(Locale.ROOT));
  }

  private static boolean isAddress(String text) {
    try {
      IpAddress.parse(text);
      return true;
    } catch (IllegalArgumentException other) {
      return false;
    }
  }

  private static Optional<String> nearest(String word) {
    return Spelling.nearest(
        word,
        Fields.all().stream()
            .flatMap(field -> Stream.concat(Stream.of(field.name()), field.aliases().stream())),
        Math.min(CLOSE, word.length() / 2));
  }
}
