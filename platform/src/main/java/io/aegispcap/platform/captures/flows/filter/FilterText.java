package io.aegispcap.platform.captures.flows.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Writes filters so that they are read back as what they were.
final class FilterText {
  private static final BigDecimal SECOND = BigDecimal.valueOf(1_000_000_000L);

  String of(Filter filter) {
    return switch (filter) {
      case Filter.Everything() -> "";
      case Filter.And(Filter left, Filter right) ->
          within(left, left instanceof Filter.Or)
              + " and "
              + within(right, right instanceof Filter.Or || right instanceof Filter.And);
      case Filter.Or(Filter left, Filter right) ->
          of(left) + " or " + within(right, right instanceof Filter.Or);
      case Filter.Not(Filter inner) ->
          "not " + within(inner, inner instanceof Filter.Or || inner instanceof Filter.And);
      case Filter.Test(Field field, Operator operator, List<Operand> operands) ->
          field.name() + " " + operator.symbol() + " " + operands(field.kind(), operands);
    };
  }

  private String within(Filter filter, boolean parentheses) {
    return parentheses ? "(" + of(filter) + ")" : of(filter);
  }

  private static String operands(Kind kind, List<Operand> operands) {
    if (operands.size() == 1) {
      return operand(kind, operands.getFirst());
    }
    return operands.stream()
        .map(each -> operand(kind, each))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String operand(Kind kind, Operand operand) {
    return switch (operand) {
      case Operand.Network network ->
          network.address() + (network.isHost() ? "" : "/" + network.prefix());
      case Operand.Quantity(BigDecimal value) -> quantity(kind, value);
      case Operand.Range(Operand.Quantity from, Operand.Quantity to) ->
          quantity(kind, from.value()) + ".." + quantity(kind, to.value());
      case Operand.Text(String text) -> quoted(text);
    };
  }

  static String quantity(Kind kind, BigDecimal value) {
    return switch (kind) {
      case TIME -> time(value);
      case DURATION -> Unit.durationText(value);
      case SIZE -> Unit.sizeText(value);
      case PORT, NUMBER, ADDRESS, TEXT, NOTE, KEY -> value.toPlainString();
    };
  }

  private static String time(BigDecimal nanos) {
    BigDecimal[] parts = nanos.divideAndRemainder(SECOND);
    return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact()).toString();
  }

  /// Bare where that is read as one word.
  static String quoted(String text) {
    boolean bare =
        !text.isEmpty()
            && text.chars().allMatch(c -> Lexer.inWord((char) c))
            && !Lexer.isReserved(text);
    return bare ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
