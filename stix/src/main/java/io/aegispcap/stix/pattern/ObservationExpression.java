package io.aegispcap.stix.pattern;

import java.util.List;

/// What is asked of observations.
public sealed interface ObservationExpression {

  /// `[comparison]`: one observation with an object for which it holds.
  record Observation(ComparisonExpression comparison) implements ObservationExpression {}

  /// All of them, by different observations.
  record And(List<ObservationExpression> operands) implements ObservationExpression {
    public And {
      operands = List.copyOf(operands);
    }
  }

  record Or(List<ObservationExpression> operands) implements ObservationExpression {
    public Or {
      operands = List.copyOf(operands);
    }
  }

  /// All of them, one after the other.
  record FollowedBy(List<ObservationExpression> operands) implements ObservationExpression {
    public FollowedBy {
      operands = List.copyOf(operands);
    }
  }

  record Qualified(ObservationExpression expression, Qualifier qualifier)
      implements ObservationExpression {}
}
