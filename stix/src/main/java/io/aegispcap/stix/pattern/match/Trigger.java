package io.aegispcap.stix.pattern.match;

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
import io.aegispcap.stix.pattern.Operator;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an observation must show: without any of a pattern's triggers the pattern can't match.
sealed interface Trigger {

  String type();

  /// An object of this type.
  record Type(String type) implements Trigger {}

  /// This text at this path.
  record Text(ObjectPath path, String text) implements Trigger {
    @Override
    public String type() {
      return path.type();
    }
  }

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
    boolean byText =
        !comparison.negated()
            && (comparison.operator() == Operator.EQUAL || comparison.operator() == Operator.IN)
            && !isBytes(comparison.path());
    List<Constant> constants =
        comparison.constant() instanceof Constant.Several(List<Constant> several)
            ? several
            : List.of(comparison.constant());
    if (!byText || !constants.stream().allMatch(Constant.Text.class::isInstance)) {
      return Set.of(new Type(comparison.path().type()));
    }
    return constants.stream()
        .map(Constant.Text.class::cast)
        .map(text -> new Text(comparison.path(), text.text()))
        .collect(Collectors.toSet());
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
    return each.min(
            Comparator.comparingLong(
                    (Set<Trigger> set) -> set.stream().filter(Type.class::isInstance).count())
                .thenComparingInt(Set::size))
        .orElseThrow();
  }
}
