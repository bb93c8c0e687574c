package io.aegispcap.stix.pattern;

import io.aegispcap.stix.object.StixTimestamp;
import io.aegispcap.stix.pattern.ObservationExpression.And;
import io.aegispcap.stix.pattern.ObservationExpression.FollowedBy;
import io.aegispcap.stix.pattern.ObservationExpression.Observation;
import io.aegispcap.stix.pattern.ObservationExpression.Or;
import io.aegispcap.stix.pattern.ObservationExpression.Qualified;
import io.aegispcap.stix.pattern.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads observation expressions by descent; comparisons are read by {@link ComparisonParser}.
final class PatternParser {

  private static final long MOST_REPEATS = Long.MAX_VALUE;

  private final Tokens tokens;
  private final ComparisonParser comparisons;
  private final List<PatternError> violations = new ArrayList<>();

  private PatternParser(Tokens tokens) {
    this.tokens = tokens;
    this.comparisons = new ComparisonParser(tokens, violations);
  }

  /// @param violations what the grammar allows and the specification does not
  record Parsed(Pattern pattern, List<PatternError> violations) {}

  static Parsed parse(String text) throws PatternSyntaxException {
    Tokens tokens = new Tokens(text);
    PatternParser parser = new PatternParser(tokens);
    ObservationExpression expression = parser.followedBy();
    if (tokens.peek().kind() != Kind.END) {
      throw tokens.expected("AND, OR, FOLLOWEDBY, a qualifier or the end of the pattern");
    }
    return new Parsed(new Pattern(expression), List.copyOf(parser.violations));
  }

  private interface Operand {
    ObservationExpression read() throws PatternSyntaxException;
  }

  private ObservationExpression joined(
      String word,
      Operand operand,
      Function<List<ObservationExpression>, ObservationExpression> join)
      throws PatternSyntaxException {
    ObservationExpression first = operand.read();
    if (!tokens.peek().is(word)) {
      return first;
    }
    List<ObservationExpression> operands = new ArrayList<>(List.of(first));
    while (tokens.took(word)) {
      operands.add(operand.read());
    }
    return join.apply(operands);
  }

  private ObservationExpression followedBy() throws PatternSyntaxException {
    return joined("FOLLOWEDBY", this::or, FollowedBy::new);
  }

  private ObservationExpression or() throws PatternSyntaxException {
    return joined("OR", this::and, Or::new);
  }

  private ObservationExpression and() throws PatternSyntaxException {
    return joined("AND", this::qualified, And::new);
  }

  private ObservationExpression qualified() throws PatternSyntaxException {
    boolean simple = tokens.peek().is("[");
    ObservationExpression expression = simple ? observation() : group();
    Set<Class<?>> seen = new HashSet<>();
    while (true) {
      Token at = tokens.peek();
      Optional<Qualifier> qualifier = qualifier();
      if (qualifier.isEmpty()) {
        return expression;
      }
      if (!seen.add(qualifier.get().getClass()) && simple) {
        violations.add(
            tokens.error(at, at.text() + " stands twice after one observation expression"));
      }
      expression = new Qualified(expression, qualifier.get());
    }
  }

  private ObservationExpression observation() throws PatternSyntaxException {
    tokens.take("[", "'['");
    ComparisonExpression comparison = comparisons.whole();
    tokens.take("]", "AND, OR or ']'");
    return new Observation(comparison);
  }

  private ObservationExpression group() throws PatternSyntaxException {
    tokens.take("(", "'[' or '('");
    tokens.deeper();
    ObservationExpression inner = followedBy();
    tokens.take(")", "AND, OR, FOLLOWEDBY, a qualifier or ')'");
    tokens.shallower();
    return inner;
  }

  private Optional<Qualifier> qualifier() throws PatternSyntaxException {
    if (tokens.took("WITHIN")) {
      return Optional.of(within());
    }
    if (tokens.took("REPEATS")) {
      return Optional.of(repeats());
    }
    if (tokens.took("START")) {
      StixTimestamp start = timestamp();
      tokens.take("STOP", "STOP");
      return Optional.of(new Qualifier.StartStop(start, timestamp()));
    }
    return Optional.empty();
  }

  private Qualifier within() throws PatternSyntaxException {
    Token number = tokens.take("a positive number of seconds", Kind.INTEGER, Kind.DECIMAL);
    BigDecimal seconds = new BigDecimal(number.text());
    if (seconds.signum() <= 0) {
      throw tokens.expected(number, "a positive number of seconds");
    }
    tokens.take("SECONDS", "SECONDS");
    return new Qualifier.Within(seconds);
  }

  private Qualifier repeats() throws PatternSyntaxException {
    Token number = tokens.take("a positive integer", Kind.INTEGER);
    BigDecimal times = new BigDecimal(number.text());
    if (times.signum() <= 0) {
      throw tokens.expected(number, "a positive integer");
    }
    tokens.take("TIMES", "TIMES");
    return new Qualifier.Repeats(times.min(BigDecimal.valueOf(MOST_REPEATS)).longValue());
  }

  private StixTimestamp timestamp() throws PatternSyntaxException {
    return tokens.timestamp(tokens.take("a timestamp as t'...'", Kind.TIMESTAMP));
  }
}
