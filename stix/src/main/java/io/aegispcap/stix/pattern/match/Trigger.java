package io.aegispcap.stix.pattern.match;

import io.aegispcap.stix.pattern.CidrBlock;
import io.aegispcap.stix.pattern.ComparisonExpression;
import io.aegispcap.stix.pattern.ComparisonExpression.AllOf;
import io.aegispcap.stix.pattern.ComparisonExpression.AnyOf;
import io.aegispcap.stix.pattern.ComparisonExpression.Comparison;
import io.aegispcap.stix.pattern.ComparisonExpression.Exists;
import io.aegispcap.stix.pattern.Constant;
import io.aegispcap.stix.pattern.ObjectPath;
import io.aegispcap.stix.pattern.ObservationExpression;
import io.aegispcap.stix.pattern.ObservationExpression.And;
import io.aegispcap.stix.pattern.ObservationExpression.FollowedBy;
import io.aegispcap.stix.pattern.ObservationExpression.Observation;
import io.aegispcap.stix.pattern.ObservationExpression.Or;
import io.aegispcap.stix.pattern.ObservationExpression.Qualified;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What an observation must show: without any of a pattern's triggers the pattern can't match.
sealed interface Trigger {

  String type();

  /// An object of this type.
  record Type(String type) implements Trigger {}

  /// A value at a path.
  sealed interface Value extends Trigger {
    ObjectPath path();

    @Override
    default String type() {
      return path().type();
    }
  }

  /// This text.
  record Text(ObjectPath path, String text) implements Value {}

  /// A text in normal form that contains this one.
  record Part(ObjectPath path, String text) implements Value {}

  /// This number.
  record Numeric(ObjectPath path, BigDecimal number) implements Value {}

  /// An address or network that lies in this one.
  record Network(ObjectPath path, CidrBlock block) implements Value {}

  static Set<Trigger> of(ObservationExpression expression) {
    return switch (expression) {
      case Observation(ComparisonExpression comparison) -> of(comparison);
      case Qualified qualified -> of(qualified.expression());
      case Or(List<ObservationExpression> operands) -> any(operands.stream().map(Trigger::of));
      case And(List<ObservationExpression> operands) -> rarest(operands.stream().map(Trigger::of));
      case FollowedBy(List<ObservationExpression> operands) ->
          rarest(operands.stream().map(Trigger::of));
    };
  }

  private static Set<Trigger> of(ComparisonExpression expression) {
    return switch (expression) {
      case Comparison comparison -> of(comparison);
      case Exists exists -> Set.of(new Type(exists.path().type()));
      case AnyOf(List<ComparisonExpression> operands) -> any(operands.stream().map(Trigger::of));
      case AllOf(List<ComparisonExpression> operands) -> rarest(operands.stream().map(Trigger::of));
    };
  }

  private static Set<Trigger> of(Comparison comparison) {
    ObjectPath path = comparison.path();
    Set<Trigger> any = Set.of(new Type(path.type()));
    if (comparison.negated() || isBytes(path)) {
      return any;
    }
    return switch (comparison.operator()) {
      case EQUAL, IN -> equal(path, comparison.constant()).orElse(any);
      case LIKE -> part(path, comparison.constant(), Literals::ofLike).orElse(any);
      case MATCHES -> part(path, comparison.constant(), Literals::ofRegex).orElse(any);
      case IS_SUBSET -> network(path, comparison.constant()).orElse(any);
      case NOT_EQUAL, GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL, IS_SUPERSET -> any;
    };
  }

  /// Empty when not all constants can be looked up.
  private static Optional<Set<Trigger>> equal(ObjectPath path, Constant constant) {
    List<Constant> constants =
        constant instanceof Constant.Several(List<Constant> several) ? several : List.of(constant);
    Set<Trigger> triggers = new HashSet<>();
    for (Constant each : constants) {
      switch (each) {
        case Constant.Text(String text) -> triggers.add(new Text(path, text));
        case Constant.Numeric(BigDecimal value) -> triggers.add(new Numeric(path, value));
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(triggers);
  }

  private static Optional<Set<Trigger>> part(
      ObjectPath path, Constant constant, UnaryOperator<String> literal) {
    return constant instanceof Constant.Text(String text)
            && literal.apply(text).length() >= Substrings.SHORTEST
        ? Optional.of(Set.of(new Part(path, literal.apply(text))))
        : Optional.empty();
  }

  private static Optional<Set<Trigger>> network(ObjectPath path, Constant constant) {
    return constant instanceof Constant.Text(String text)
        ? CidrBlock.find(text).map(block -> Set.of(new Network(path, block)))
        : Optional.empty();
  }

  /// Bytes equal texts that are written differently.
  private static boolean isBytes(ObjectPath path) {
    return path.steps().stream()
        .anyMatch(
            step ->
                step instanceof ObjectPath.Key(String name)
                    && (name.endsWith("_hex") || name.endsWith("_bin")));
  }

  private static Set<Trigger> any(Stream<Set<Trigger>> each) {
    Set<Trigger> all = new HashSet<>();
    each.forEach(all::addAll);
    return all;
  }

  /// Of what must all be shown, that which is looked up best.
  private static Set<Trigger> rarest(Stream<Set<Trigger>> each) {
    return each.min(Comparator.comparingLong(Trigger::cost)).orElseThrow();
  }

  private static long cost(Set<Trigger> triggers) {
    return triggers.stream()
        .mapToLong(
            trigger ->
                switch (trigger) {
                  case Text text -> 1;
                  case Numeric numeric -> 2;
                  case Network network -> 4;
                  case Part part -> 4;
                  case Type type -> 1_000_000;
                })
        .sum();
  }
}
