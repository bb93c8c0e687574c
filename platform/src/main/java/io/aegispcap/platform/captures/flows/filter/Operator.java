package io.aegispcap.platform.captures.flows.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What relates a field to what it is compared with. A field with several values, such as `host`,
/// matches when one of them does; [#NOT_EQUAL] when none is equal.
public enum Operator {
  EQUAL("==", "is"),
  NOT_EQUAL("!=", "is not"),
  LESS("<", "is less than"),
  AT_MOST("<=", "is at most"),
  MORE(">", "is more than"),
  AT_LEAST(">=", "is at least"),
  IN("in", "is one of, or in the network or range"),
  CONTAINS("contains", "has in it, whatever the case"),
  MATCHES("matches", "has in it what the regular expression describes");

  private final String symbol;
  private final String meaning;

  Operator(String symbol, String meaning) {
    this.symbol = symbol;
    this.meaning = meaning;
  }

  public String symbol() {
    return symbol;
  }

  /// For people.
  public String meaning() {
    return meaning;
  }

  /// Whether it asks for an order.
  boolean orders() {
    return switch (this) {
      case LESS, AT_MOST, MORE, AT_LEAST -> true;
      case EQUAL, NOT_EQUAL, IN, CONTAINS, MATCHES -> false;
    };
  }

  static Optional<Operator> of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(each -> each.symbol.equals(lower)).findFirst();
  }
}
