package io.aegispcap.stix.pattern.match;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.pattern.ComparisonExpression;
import io.aegispcap.stix.pattern.ComparisonExpression.AllOf;
import io.aegispcap.stix.pattern.ComparisonExpression.AnyOf;
import io.aegispcap.stix.pattern.ComparisonExpression.Comparison;
import io.aegispcap.stix.pattern.ComparisonExpression.Exists;
import io.aegispcap.stix.pattern.ObjectPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A comparison expression made ready: whether it holds for one object.
interface ObjectTest {

  boolean holds(JsonObject root, Observed observed) throws UnmatchableException;

  static ObjectTest of(ComparisonExpression expression) throws UnmatchableException {
    return switch (expression) {
      case Comparison comparison -> new PathTest(comparison.path(), Tests.of(comparison))::holds;
      case Exists(ObjectPath path, boolean negated) -> exists(path, negated);
      case AllOf(List<ComparisonExpression> operands) -> {
        List<ObjectTest> tests = all(operands);
        yield (root, observed) -> count(tests, root, observed, false) == tests.size();
      }
      case AnyOf(List<ComparisonExpression> operands) -> {
        List<ObjectTest> tests = all(operands);
        yield (root, observed) -> count(tests, root, observed, true) > 0;
      }
    };
  }

  private static ObjectTest exists(ObjectPath path, boolean negated) {
    PathTest any = new PathTest(path, (name, value) -> true);
    if (!negated) {
      return any::holds;
    }
    return (root, observed) ->
        root.text("type").equals(Optional.of(path.type())) && !any.holds(root, observed);
  }

  private static List<ObjectTest> all(List<ComparisonExpression> operands)
      throws UnmatchableException {
    List<ObjectTest> tests = new ArrayList<>();
    for (ComparisonExpression operand : operands) {
      tests.add(of(operand));
    }
    return tests;
  }

  /// How many hold before the first that decides: one that holds, or one that does not.
  private static int count(
      List<ObjectTest> tests, JsonObject root, Observed observed, boolean decides)
      throws UnmatchableException {
    int holding = 0;
    for (ObjectTest test : tests) {
      boolean holds = test.holds(root, observed);
      if (holds) {
        holding++;
      }
      if (holds == decides) {
        return holding;
      }
    }
    return holding;
  }
}
