package io.aegispcap.stix.pattern;

import io.aegispcap.stix.pattern.ComparisonExpression.AllOf;
import io.aegispcap.stix.pattern.ComparisonExpression.AnyOf;
import io.aegispcap.stix.pattern.ComparisonExpression.Comparison;
import io.aegispcap.stix.pattern.ComparisonExpression.Exists;
import io.aegispcap.stix.pattern.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what stands between square brackets.
final class ComparisonParser {

  private static final BigDecimal LARGEST = BigDecimal.valueOf((1L << 53) - 1);

  private final Tokens tokens;
  private final List<PatternError> violations;

  ComparisonParser(Tokens tokens, List<PatternError> violations) {
    this.tokens = tokens;
    this.violations = violations;
  }

  /// What stands in one pair of square brackets: operands of AND that no object can satisfy
  /// together are a violation.
  ComparisonExpression whole() throws PatternSyntaxException {
    Token at = tokens.peek();
    ComparisonExpression comparison = anyOf();
    if (types(comparison).isEmpty()) {
      violations.add(
          tokens.error(at, "comparisons joined by AND must be of the same type of object"));
    }
    return comparison;
  }

  /// The types of objects for which it can hold.
  private static Set<String> types(ComparisonExpression expression) {
    return switch (expression) {
      case Comparison comparison -> Set.of(comparison.path().type());
      case Exists exists -> Set.of(exists.path().type());
      case AnyOf(List<ComparisonExpression> operands) -> {
        Set<String> all = new HashSet<>();
        boolean possible = true;
        for (ComparisonExpression operand : operands) {
          Set<String> types = types(operand);
          possible &= !types.isEmpty();
          all.addAll(types);
        }
        yield possible ? all : Set.of();
      }
      case AllOf(List<ComparisonExpression> operands) -> {
        Set<String> common = new HashSet<>(types(operands.getFirst()));
        operands.forEach(operand -> common.retainAll(types(operand)));
        yield common;
      }
    };
  }

  private ComparisonExpression anyOf() throws PatternSyntaxException {
    ComparisonExpression first = allOf();
    if (!tokens.peek().is("OR")) {
      return first;
    }
    List<ComparisonExpression> operands = new ArrayList<>(List.of(first));
    while (tokens.took("OR")) {
      operands.add(allOf());
    }
    return new AnyOf(operands);
  }

  private ComparisonExpression allOf() throws PatternSyntaxException {
    ComparisonExpression first = test();
    if (!tokens.peek().is("AND")) {
      return first;
    }
    List<ComparisonExpression> operands = new ArrayList<>(List.of(first));
    while (tokens.took("AND")) {
      operands.add(test());
    }
    return new AllOf(operands);
  }

  private ComparisonExpression test() throws PatternSyntaxException {
    if (tokens.took("(")) {
      tokens.deeper();
      ComparisonExpression inner = anyOf();
      tokens.take(")", "AND, OR or ')'");
      tokens.shallower();
      return inner;
    }
    if (tokens.took("EXISTS")) {
      return new Exists(path(), false);
    }
    if (tokens.took("NOT")) {
      tokens.take("EXISTS", "EXISTS; before other comparisons NOT stands after the object path");
      return new Exists(path(), true);
    }
    return comparison();
  }

  private ComparisonExpression comparison() throws PatternSyntaxException {
    ObjectPath path = path();
    boolean negated = tokens.took("NOT");
    Operator operator = operator();
    Token at = tokens.peek();
    Constant constant = constant(operator);
    HashForms.violation(path, operator, constant)
        .ifPresent(message -> violations.add(tokens.error(at, message)));
    return new Comparison(path, negated, operator, constant);
  }

  private Operator operator() throws PatternSyntaxException {
    Token token = tokens.peek();
    Optional<Operator> operator =
        token.kind() == Kind.SIGN || token.kind() == Kind.KEYWORD
            ? Operators.written(token.text())
            : Optional.empty();
    if (operator.isEmpty()) {
      throw tokens.expected("a comparison operator, '.' or '['");
    }
    tokens.take();
    return operator.get();
  }

  private Constant constant(Operator operator) throws PatternSyntaxException {
    return switch (operator) {
      case IN -> several();
      case LIKE, MATCHES, IS_SUBSET, IS_SUPERSET ->
          Constants.string(tokens.take("a string in single quotes", Kind.STRING));
      case EQUAL, NOT_EQUAL -> one(true);
      case GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL -> one(false);
    };
  }

  private Constant one(boolean truthAllowed) throws PatternSyntaxException {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case INTEGER, DECIMAL -> number(tokens.take());
      case STRING -> Constants.string(tokens.take());
      case HEX -> Constants.hex(tokens.take());
      case BINARY -> Constants.binary(tokens.take());
      case TIMESTAMP -> new Constant.Time(tokens.timestamp(tokens.take()));
      case TRUTH -> {
        if (!truthAllowed) {
          throw tokens.expected("a constant that has an order");
        }
        yield new Constant.Truth(tokens.take().text().equals("true"));
      }
      case NAME, HYPHENATED_NAME, KEYWORD, SIGN, UNUSABLE, END ->
          throw tokens.expected("a constant, such as 'text', 5, true, t'2020-01-01T00:00:00Z'");
    };
  }

  private Constant number(Token token) {
    Constant.Numeric number = Constants.number(token);
    if (token.kind() == Kind.INTEGER && number.value().abs().compareTo(LARGEST) > 0) {
      violations.add(tokens.error(token, "an integer must lie between -2^53+1 and 2^53-1"));
    }
    return number;
  }

  private Constant several() throws PatternSyntaxException {
    tokens.take("(", "'(' and constants");
    List<Constant> constants = new ArrayList<>();
    if (tokens.took(")")) {
      return new Constant.Several(constants);
    }
    do {
      Token at = tokens.peek();
      Constant constant = one(true);
      if (!constants.isEmpty() && constant.getClass() != constants.getFirst().getClass()) {
        throw new PatternSyntaxException(
            tokens.error(at, "the constants of a set must be of one type"));
      }
      constants.add(constant);
    } while (tokens.took(","));
    tokens.take(")", "',' or ')'");
    return new Constant.Several(constants);
  }

  private ObjectPath path() throws PatternSyntaxException {
    String type =
        tokens
            .take("an object path such as file:name, or '('", Kind.NAME, Kind.HYPHENATED_NAME)
            .text();
    tokens.take(":", "':' after the type of object");
    List<ObjectPath.Step> steps = new ArrayList<>();
    steps.add(key());
    while (true) {
      if (tokens.took(".")) {
        steps.add(key());
      } else if (tokens.took("[")) {
        steps.add(item());
        tokens.take("]", "']'");
      } else {
        return new ObjectPath(type, steps);
      }
    }
  }

  private ObjectPath.Step key() throws PatternSyntaxException {
    Token token =
        tokens.take("a property name, in single quotes if it has hyphens", Kind.NAME, Kind.STRING);
    return new ObjectPath.Key(
        token.kind() == Kind.STRING ? Constants.unquoted(token.text()) : token.text());
  }

  private ObjectPath.Step item() throws PatternSyntaxException {
    if (tokens.took("*")) {
      return new ObjectPath.AnyItem();
    }
    Token token = tokens.take("the index of an item, or '*'", Kind.INTEGER);
    if (token.text().startsWith("-")) {
      throw tokens.expected(token, "the index of an item, which is not negative");
    }
    return new ObjectPath.Index(Constants.bounded(token.text()));
  }
}
