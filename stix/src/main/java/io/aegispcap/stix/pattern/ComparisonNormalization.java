package io.aegispcap.stix.pattern;

import io.aegispcap.stix.pattern.ComparisonExpression.AllOf;
import io.aegispcap.stix.pattern.ComparisonExpression.AnyOf;
import io.aegispcap.stix.pattern.ComparisonExpression.Comparison;
import io.aegispcap.stix.pattern.ComparisonExpression.Exists;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Brings comparisons to disjunctive normal form, in the order of their texts.
final class ComparisonNormalization {

  private static final Comparator<ComparisonExpression> BY_TEXT =
      Comparator.comparing(PatternPrinter::print);

  private ComparisonNormalization() {}

  static ComparisonExpression of(ComparisonExpression expression) {
    Set<Set<ComparisonExpression>> clauses = clauses(expression);
    List<ComparisonExpression> needed =
        clauses.stream()
            .filter(clause -> clauses.stream().noneMatch(other -> isPart(other, clause)))
            .map(ComparisonNormalization::all)
            .distinct()
            .sorted(BY_TEXT)
            .toList();
    return needed.size() == 1 ? needed.getFirst() : new AnyOf(needed);
  }

  private static boolean isPart(Set<ComparisonExpression> some, Set<ComparisonExpression> all) {
    return some.size() < all.size() && all.containsAll(some);
  }

  private static ComparisonExpression all(Set<ComparisonExpression> atoms) {
    List<ComparisonExpression> sorted = atoms.stream().sorted(BY_TEXT).toList();
    return sorted.size() == 1 ? sorted.getFirst() : new AllOf(sorted);
  }

  private static Set<Set<ComparisonExpression>> clauses(ComparisonExpression expression) {
    return switch (expression) {
      case Exists exists -> Set.of(Set.of(exists));
      case Comparison comparison -> clausesOf(comparison);
      case AnyOf(List<ComparisonExpression> operands) -> {
        Set<Set<ComparisonExpression>> clauses = new LinkedHashSet<>();
        operands.forEach(operand -> clauses.addAll(clauses(operand)));
        yield clauses;
      }
      case AllOf(List<ComparisonExpression> operands) -> distributed(operands);
    };
  }

  /// A value in a set is one that equals one of them.
  private static Set<Set<ComparisonExpression>> clausesOf(Comparison written) {
    Comparison comparison = ConstantNormalization.of(written);
    if (comparison.negated()
        || !(comparison.constant() instanceof Constant.Several(List<Constant> constants))
        || constants.isEmpty()
        || constants.size() > Normalization.MOST_ALTERNATIVES) {
      return Set.of(Set.of(comparison));
    }
    Set<Set<ComparisonExpression>> clauses = new LinkedHashSet<>();
    for (Constant constant : constants) {
      clauses.add(Set.of(new Comparison(comparison.path(), false, Operator.EQUAL, constant)));
    }
    return clauses;
  }

  private static Set<Set<ComparisonExpression>> distributed(List<ComparisonExpression> operands) {
    List<Set<ComparisonExpression>> choices = new ArrayList<>(List.of(Set.of()));
    for (ComparisonExpression operand : operands) {
      Set<Set<ComparisonExpression>> alternatives = clauses(operand);
      if (choices.size() * alternatives.size() > Normalization.MOST_ALTERNATIVES) {
        alternatives = Set.of(Set.of(of(operand)));
      }
      List<Set<ComparisonExpression>> longer = new ArrayList<>();
      for (Set<ComparisonExpression> choice : choices) {
        for (Set<ComparisonExpression> alternative : alternatives) {
          longer.add(union(choice, alternative));
        }
      }
      choices = longer;
    }
    return new LinkedHashSet<>(choices);
  }

  private static Set<ComparisonExpression> union(
      Set<ComparisonExpression> some, Set<ComparisonExpression> others) {
    return new LinkedHashSet<>(Stream.concat(some.stream(), others.stream()).toList());
  }
}
