package io.aegispcap.platform.captures.flows.filter;

import static io.aegispcap.platform.captures.flows.filter.Operator.AT_LEAST;
import static io.aegispcap.platform.captures.flows.filter.Operator.AT_MOST;
import static io.aegispcap.platform.captures.flows.filter.Operator.CONTAINS;
import static io.aegispcap.platform.captures.flows.filter.Operator.EQUAL;
import static io.aegispcap.platform.captures.flows.filter.Operator.IN;
import static io.aegispcap.platform.captures.flows.filter.Operator.LESS;
import static io.aegispcap.platform.captures.flows.filter.Operator.MATCHES;
import static io.aegispcap.platform.captures.flows.filter.Operator.MORE;
import static io.aegispcap.platform.captures.flows.filter.Operator.NOT_EQUAL;

import java.util.List;

/// What a field holds, and so what it may be compared with.
public enum Kind {
  ADDRESS("an address such as 10.0.0.5, or a network such as 10.0.0.0/8"),
  PORT("a port from 0 to 65535"),
  NUMBER("a number"),
  SIZE("a size such as 1500 or 10MB"),
  DURATION("a duration such as 5s or 200ms"),
  TIME("a time such as 2026-01-31T08:15:00Z"),
  /// Compared whatever the case.
  TEXT("a text"),
  /// Compared as a number where it is one, else whatever the case.
  NOTE("a number or a text"),
  /// Compared to the letter.
  KEY("an id, in quotes");

  private final String form;

  Kind(String form) {
    this.form = form;
  }

  /// What to write, for people.
  public String form() {
    return form;
  }

  /// Whether its values have an order.
  public boolean measured() {
    return switch (this) {
      case PORT, NUMBER, SIZE, DURATION, TIME -> true;
      case ADDRESS, TEXT, NOTE, KEY -> false;
    };
  }

  public List<Operator> operators() {
    return switch (this) {
      case ADDRESS -> List.of(EQUAL, NOT_EQUAL, IN);
      case PORT, NUMBER, SIZE, DURATION, TIME ->
          List.of(EQUAL, NOT_EQUAL, LESS, AT_MOST, MORE, AT_LEAST, IN);
      case NOTE -> List.of(EQUAL, NOT_EQUAL, LESS, AT_MOST, MORE, AT_LEAST, IN, CONTAINS, MATCHES);
      case TEXT, KEY -> List.of(EQUAL, NOT_EQUAL, IN, CONTAINS, MATCHES);
    };
  }
}
