package io.aegispcap.stix.pattern;

import java.util.List;

/// What is asked of one object.
public sealed interface ComparisonExpression {

  record AllOf(List<ComparisonExpression> operands) implements ComparisonExpression {
    public AllOf {
      operands = List.copyOf(operands);
    }
  }

  record AnyOf(List<ComparisonExpression> operands) implements ComparisonExpression {
    public AnyOf {
      operands = List.copyOf(operands);
    }
  }

  /// @param negated whether NOT stands before the operator
  record Comparison(ObjectPath path, boolean negated, Operator operator, Constant constant)
      implements ComparisonExpression {}

  record Exists(ObjectPath path, boolean negated) implements ComparisonExpression {}
}
