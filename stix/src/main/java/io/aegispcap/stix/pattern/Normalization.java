package io.aegispcap.stix.pattern;

import io.aegispcap.stix.pattern.ObservationExpression.And;
import io.aegispcap.stix.pattern.ObservationExpression.FollowedBy;
import io.aegispcap.stix.pattern.ObservationExpression.Observation;
import io.aegispcap.stix.pattern.ObservationExpression.Or;
import io.aegispcap.stix.pattern.ObservationExpression.Qualified;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Brings observation expressions to one form: alternatives outermost, each once, in the order of
/// their texts, without those that others make needless.
final class Normalization {

  /// Beyond so many alternatives they stay where they are.
  static final int MOST_ALTERNATIVES = 1024;

  private static final Comparator<ObservationExpression> BY_TEXT =
      Comparator.comparing(PatternPrinter::print);

  private Normalization() {}

  static ObservationExpression of(ObservationExpression expression) {
    return switch (expression) {
      case Observation(ComparisonExpression comparison) ->
          new Observation(ComparisonNormalization.of(comparison));
      case Qualified(ObservationExpression inner, Qualifier qualifier) ->
          new Qualified(of(inner), ConstantNormalization.of(qualifier));
      case Or(List<ObservationExpression> operands) -> or(operands.stream().map(Normalization::of));
      case And(List<ObservationExpression> operands) -> distributed(operands, true);
      case FollowedBy(List<ObservationExpression> operands) -> distributed(operands, false);
    };
  }

  private static ObservationExpression or(Stream<ObservationExpression> operands) {
    List<ObservationExpression> flat =
        operands.flatMap(Normalization::alternatives).distinct().sorted(BY_TEXT).toList();
    List<ObservationExpression> needed =
        flat.stream()
            .filter(each -> flat.stream().noneMatch(other -> makesNeedless(other, each)))
            .toList();
    return needed.size() == 1 ? needed.getFirst() : new Or(needed);
  }

  private static Stream<ObservationExpression> alternatives(ObservationExpression expression) {
    return expression instanceof Or(List<ObservationExpression> operands)
        ? operands.stream()
        : Stream.of(expression);
  }

  /// Whether `some` matches wherever `each` does, being a part of it.
  private static boolean makesNeedless(ObservationExpression some, ObservationExpression each) {
    if (some.equals(each)) {
      return false;
    }
    if (each instanceof And(List<ObservationExpression> all)) {
      List<ObservationExpression> left = new ArrayList<>(all);
      return (some instanceof And(List<ObservationExpression> parts) ? parts : List.of(some))
          .stream().allMatch(left::remove);
    }
    if (each instanceof FollowedBy(List<ObservationExpression> all)) {
      var left = all.iterator();
      return (some instanceof FollowedBy(List<ObservationExpression> parts) ? parts : List.of(some))
          .stream().allMatch(part -> foundIn(left, part));
    }
    return false;
  }

  private static boolean foundIn(
      java.util.Iterator<ObservationExpression> left, ObservationExpression part) {
    while (left.hasNext()) {
      if (left.next().equals(part)) {
        return true;
      }
    }
    return false;
  }

  /// `(a OR b) AND c` as `a AND c OR b AND c`.
  private static ObservationExpression distributed(
      List<ObservationExpression> operands, boolean anyOrder) {
    List<List<ObservationExpression>> choices = new ArrayList<>(List.of(List.of()));
    for (ObservationExpression operand : operands) {
      ObservationExpression normal = of(operand);
      List<ObservationExpression> alternatives = alternatives(normal).toList();
      if (choices.size() * alternatives.size() > MOST_ALTERNATIVES) {
        alternatives = List.of(normal);
      }
      List<List<ObservationExpression>> longer = new ArrayList<>();
      for (List<ObservationExpression> choice : choices) {
        for (ObservationExpression alternative : alternatives) {
          longer.add(Stream.concat(choice.stream(), parts(alternative, anyOrder)).toList());
        }
      }
      choices = longer;
    }
    return or(choices.stream().map(choice -> joined(choice, anyOrder)));
  }

  private static Stream<ObservationExpression> parts(
      ObservationExpression expression, boolean anyOrder) {
    if (anyOrder && expression instanceof And(List<ObservationExpression> operands)) {
      return operands.stream();
    }
    if (!anyOrder && expression instanceof FollowedBy(List<ObservationExpression> operands)) {
      return operands.stream();
    }
    return Stream.of(expression);
  }

  private static ObservationExpression joined(List<ObservationExpression> parts, boolean anyOrder) {
    return anyOrder ? new And(parts.stream().sorted(BY_TEXT).toList()) : new FollowedBy(parts);
  }
}
