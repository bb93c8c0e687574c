package io.aegispcap.platform.captures.flows.filter;

import java.util.List;

/// Which flows to show. Its text is [FilterText]; [Parser] reads it.
public sealed interface Filter {

  /// No condition.
  record Everything() implements Filter {}

  record And(Filter left, Filter right) implements Filter {}

  record Or(Filter left, Filter right) implements Filter {}

  record Not(Filter inner) implements Filter {}

  /// @param operands one, or several after [Operator#IN]
  record Test(Field field, Operator operator, List<Operand> operands) implements Filter {
    public Test {
      operands = List.copyOf(operands);
    }
  }

  /// Reads a filter.
  ///
  /// @throws FilterException where it can't be understood
  static Filter parse(String text) {
    return Parser.parse(text);
  }

  /// This and one more condition.
  default Filter and(Filter other) {
    if (this instanceof Everything) {
      return other;
    }
    return other instanceof Everything ? this : new And(this, other);
  }

  /// As people write it; [#parse] reads it back.
  default String text() {
    return new FilterText().of(this);
  }
}
