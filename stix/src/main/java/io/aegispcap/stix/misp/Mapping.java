package io.aegispcap.stix.misp;

import io.aegispcap.stix.pattern.ComparisonExpression;
import io.aegispcap.stix.pattern.ComparisonExpression.AllOf;
import io.aegispcap.stix.pattern.ComparisonExpression.Comparison;
import io.aegispcap.stix.pattern.Constant;
import io.aegispcap.stix.pattern.ObjectPath;
import io.aegispcap.stix.pattern.ObservationExpression.Observation;
import io.aegispcap.stix.pattern.Operator;
import io.aegispcap.stix.pattern.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How one type of MISP attribute is written in STIX.
record Mapping(List<Assignment> assignments) {

  Mapping {
    assignments = List.copyOf(assignments);
  }

  /// The parts of a value; those of types without bars are whole.
  static List<String> parts(String type, String value) {
    return type.indexOf('|') < 0 ? List.of(value) : Arrays.asList(value.split("\\|", 2));
  }

  /// What stands where; empty when the value is not of the form of its type.
  Optional<Map<ObjectPath, Constant>> values(List<String> parts) {
    Map<ObjectPath, Constant> values = new LinkedHashMap<>();
    for (Assignment assignment : assignments) {
      Optional<Constant> constant = assignment.constant(parts);
      if (constant.isEmpty()) {
        return Optional.empty();
      }
      values.put(assignment.path(), constant.get());
    }
    return Optional.of(values);
  }

  static Pattern pattern(Map<ObjectPath, Constant> values) {
    List<ComparisonExpression> comparisons = new ArrayList<>();
    values.forEach(
        (path, constant) -> comparisons.add(new Comparison(path, false, Operator.EQUAL, constant)));
    return new Pattern(
        new Observation(comparisons.size() == 1 ? comparisons.getFirst() : new AllOf(comparisons)));
  }

  /// What a pattern of that form says; empty when it is of another.
  static Optional<Map<ObjectPath, Constant>> values(Pattern pattern) {
    if (!(pattern.expression() instanceof Observation(ComparisonExpression comparison))) {
      return Optional.empty();
    }
    List<ComparisonExpression> operands =
        comparison instanceof AllOf(List<ComparisonExpression> all) ? all : List.of(comparison);
    Map<ObjectPath, Constant> values = new LinkedHashMap<>();
    for (ComparisonExpression operand : operands) {
      if (!(operand
              instanceof
              Comparison(ObjectPath path, boolean negated, Operator operator, Constant constant))
          || negated
          || operator != Operator.EQUAL) {
        return Optional.empty();
      }
      values.put(path, constant);
    }
    return Optional.of(values);
  }

  /// The value of an attribute, from what stands where; empty when a part is missing.
  Optional<String> value(Map<ObjectPath, Constant> values) {
    List<String> parts = new ArrayList<>();
    for (Assignment assignment : assignments) {
      if (assignment.holdsPart()) {
        Constant constant = values.get(assignment.path());
        if (constant == null) {
          return Optional.empty();
        }
        parts.add(text(constant));
      }
    }
    return Optional.of(String.join("|", parts));
  }

  static String text(Constant constant) {
    return switch (constant) {
      case Constant.Text(String text) -> text;
      case Constant.Numeric numeric -> numeric.value().toPlainString();
      case Constant other -> other.toString();
    };
  }
}
