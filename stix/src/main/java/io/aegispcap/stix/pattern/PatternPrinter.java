package io.aegispcap.stix.pattern;

import io.aegispcap.stix.pattern.ComparisonExpression.AllOf;
import io.aegispcap.stix.pattern.ComparisonExpression.AnyOf;
import io.aegispcap.stix.pattern.ComparisonExpression.Comparison;
import io.aegispcap.stix.pattern.ComparisonExpression.Exists;
import io.aegispcap.stix.pattern.ObservationExpression.And;
import io.aegispcap.stix.pattern.ObservationExpression.FollowedBy;
import io.aegispcap.stix.pattern.ObservationExpression.Observation;
import io.aegispcap.stix.pattern.ObservationExpression.Or;
import io.aegispcap.stix.pattern.ObservationExpression.Qualified;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes trees as text that reads back as the same tree.
final class PatternPrinter {

  private static final Pattern PLAIN_NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

  private PatternPrinter() {}

  static String print(ObservationExpression expression) {
    return switch (expression) {
      case Observation(ComparisonExpression comparison) -> "[" + print(comparison) + "]";
      case And(List<ObservationExpression> operands) -> joined(operands, " AND ");
      case Or(List<ObservationExpression> operands) -> joined(operands, " OR ");
      case FollowedBy(List<ObservationExpression> operands) -> joined(operands, " FOLLOWEDBY ");
      case Qualified(ObservationExpression inner, Qualifier qualifier) ->
          (binding(inner) < binding(expression) || has(inner, qualifier)
                  ? "(" + print(inner) + ")"
                  : print(inner))
              + " "
              + print(qualifier);
    };
  }

  /// Whether a qualifier of the same kind stands there already: twice needs parentheses between.
  private static boolean has(ObservationExpression expression, Qualifier qualifier) {
    return expression instanceof Qualified(ObservationExpression inner, Qualifier other)
        && (other.getClass() == qualifier.getClass() || has(inner, qualifier));
  }

  /// In parentheses whatever binds no tighter than the operator.
  private static String joined(List<ObservationExpression> operands, String operator) {
    int own = binding(operator);
    return operands.stream()
        .map(operand -> binding(operand) <= own ? "(" + print(operand) + ")" : print(operand))
        .collect(Collectors.joining(operator));
  }

  private static int binding(String operator) {
    return switch (operator) {
      case " AND " -> 3;
      case " OR " -> 2;
      default -> 1;
    };
  }

  private static int binding(ObservationExpression expression) {
    return switch (expression) {
      case Observation observation -> 5;
      case Qualified qualified -> 4;
      case And and -> 3;
      case Or or -> 2;
      case FollowedBy followedBy -> 1;
    };
  }

  private static String print(Qualifier qualifier) {
    return switch (qualifier) {
      case Qualifier.Within within -> "WITHIN " + within.seconds().toPlainString() + " SECONDS";
      case Qualifier.Repeats(long times) -> "REPEATS " + times + " TIMES";
      case Qualifier.StartStop(var start, var stop) ->
          "START t'" + start + "' STOP t'" + stop + "'";
    };
  }

  static String print(ComparisonExpression expression) {
    return switch (expression) {
      case AnyOf(List<ComparisonExpression> operands) ->
          listed(operands, " OR ", operand -> operand instanceof AnyOf);
      case AllOf(List<ComparisonExpression> operands) ->
          listed(
              operands, " AND ", operand -> operand instanceof AnyOf || operand instanceof AllOf);
      case Exists(ObjectPath path, boolean negated) ->
          (negated ? "NOT EXISTS " : "EXISTS ") + print(path);
      case Comparison(ObjectPath path, boolean negated, Operator operator, Constant constant) ->
          print(path) + (negated ? " NOT " : " ") + operator.sign() + " " + print(constant);
    };
  }

  private static String listed(
      List<ComparisonExpression> operands,
      String operator,
      Function<ComparisonExpression, Boolean> enclosed) {
    return operands.stream()
        .map(operand -> enclosed.apply(operand) ? "(" + print(operand) + ")" : print(operand))
        .collect(Collectors.joining(operator));
  }

  static String print(ObjectPath path) {
    StringBuilder text = new StringBuilder(path.type());
    String before = ":";
    for (ObjectPath.Step step : path.steps()) {
      switch (step) {
        case ObjectPath.Key(String name) ->
            text.append(before).append(plain(name) ? name : quoted(name));
        case ObjectPath.Index(int index) -> text.append('[').append(index).append(']');
        case ObjectPath.AnyItem any -> text.append("[*]");
      }
      before = ".";
    }
    return text.toString();
  }

  /// Whether a name reads as one without quotes.
  private static boolean plain(String name) {
    return PLAIN_NAME.matcher(name).matches()
        && Lexer.tokens(name).getFirst().kind() == Token.Kind.NAME;
  }

  static String print(Constant constant) {
    return switch (constant) {
      case Constant.Text(String text) -> quoted(text);
      case Constant.Truth(boolean truth) -> Boolean.toString(truth);
      case Constant.Numeric numeric -> numeric.value().toPlainString();
      case Constant.Bytes bytes ->
          bytes.hex() || bytes.bytes().length == 0
              ? "h'" + HexFormat.of().formatHex(bytes.bytes()) + "'"
              : "b'" + Base64.getEncoder().encodeToString(bytes.bytes()) + "'";
      case Constant.Time(var timestamp) -> "t'" + timestamp + "'";
      case Constant.Several(List<Constant> constants) ->
          constants.stream().map(PatternPrinter::print).collect(Collectors.joining(", ", "(", ")"));
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
