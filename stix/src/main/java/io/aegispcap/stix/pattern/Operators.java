package io.aegispcap.stix.pattern;

import java.util.Optional;

/// How operators are written.
final class Operators {
  private Operators() {}

  static Optional<Operator> written(String text) {
    return switch (text) {
      case "==" -> Optional.of(Operator.EQUAL);
      case "<>" -> Optional.of(Operator.NOT_EQUAL);
      default -> {
        for (Operator operator : Operator.values()) {
          if (operator.sign().equals(text)) {
            yield Optional.of(operator);
          }
        }
        yield Optional.empty();
      }
    };
  }
}
