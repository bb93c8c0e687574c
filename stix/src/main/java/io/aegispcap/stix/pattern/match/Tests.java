package io.aegispcap.stix.pattern.match;

import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.pattern.CidrBlock;
import io.aegispcap.stix.pattern.ComparisonExpression.Comparison;
import io.aegispcap.stix.pattern.Constant;
import io.aegispcap.stix.pattern.Operator;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// Comparisons to tests.
final class Tests {

  private Tests() {}

  /// @throws UnmatchableException when the constant can't be compared with, such as a broken
  ///   expression
  static Test of(Comparison comparison) throws UnmatchableException {
    Test test = positive(comparison.operator(), comparison.constant());
    return comparison.negated() ? test.negated() : test;
  }

  private static Test positive(Operator operator, Constant constant) throws UnmatchableException {
    return switch (operator) {
      case EQUAL -> ordered(constant, order -> order == 0);
      case NOT_EQUAL -> ordered(constant, order -> order == 0).negated();
      case LESS -> ordered(constant, order -> order < 0);
      case GREATER -> ordered(constant, order -> order > 0);
      case LESS_OR_EQUAL -> ordered(constant, order -> order <= 0);
      case GREATER_OR_EQUAL -> ordered(constant, order -> order >= 0);
      case IN -> in(constant);
      case LIKE -> text(LikePattern.of(text(constant))::matches);
      case MATCHES -> text(BoundedRegex.of(text(constant)));
      case IS_SUBSET -> {
        CidrBlock block = block(text(constant));
        yield network(block::contains);
      }
      case IS_SUPERSET -> {
        CidrBlock block = block(text(constant));
        yield network(actual -> actual.contains(block));
      }
    };
  }

  private static String text(Constant constant) throws UnmatchableException {
    if (constant instanceof Constant.Text(String text)) {
      return text;
    }
    throw new UnmatchableException("expected a string constant, found " + constant);
  }

  private static Test ordered(Constant constant, IntPredicate wanted) {
    return (name, value) -> {
      OptionalInt order = Ordering.compare(name, value, constant);
      return order.isPresent() && wanted.test(order.getAsInt());
    };
  }

  private static Test in(Constant constant) {
    List<Constant> constants =
        constant instanceof Constant.Several(List<Constant> several) ? several : List.of(constant);
    return (name, value) -> {
      for (Constant each : constants) {
        OptionalInt order = Ordering.compare(name, value, each);
        if (order.isPresent() && order.getAsInt() == 0) {
          return true;
        }
      }
      return false;
    };
  }

  interface TextTest {
    boolean holds(String text) throws UnmatchableException;
  }

  /// Of strings in normal form, and of bytes as the characters of the same numbers.
  private static Test text(TextTest test) {
    return (name, value) -> {
      if (!(value instanceof JsonString(String text))) {
        return false;
      }
      Optional<byte[]> held = Binary.held(name, value);
      return test.holds(held.isPresent() ? Binary.text(held.get()) : normal(text));
    };
  }

  static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private interface BlockTest {
    boolean of(CidrBlock actual);
  }

  private static Test network(BlockTest test) {
    return (name, value) -> value instanceof JsonString(String text) && within(test, text);
  }

  private static boolean within(BlockTest test, String text) {
    return CidrBlock.find(text).map(test::of).orElse(false);
  }

  private static CidrBlock block(String text) throws UnmatchableException {
    return CidrBlock.find(text)
        .orElseThrow(() -> new UnmatchableException("'" + text + "' is no address or network"));
  }
}
