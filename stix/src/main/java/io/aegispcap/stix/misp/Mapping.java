package io.aegispcap.stix.misp;

import io.aegispcap.stix.pattern.ComparisonExpression;
import io.aegispcap.stix.pattern.ComparisonExpression.AllOf;
import io.aegispcap.stix.pattern.ComparisonExpression.AnyOf;
import io.aegispcap.stix.pattern.ComparisonExpression.Comparison;
import io.aegispcap.stix.pattern.Constant;
import io.aegispcap.stix.pattern.ObjectPath;
import io.aegispcap.stix.pattern.ObservationExpression;
import io.aegispcap.stix.pattern.ObservationExpression.Observation;
import io.aegispcap.stix.pattern.ObservationExpression.Or;
import io.aegispcap.stix.pattern.Operator;
import io.aegispcap.stix.pattern.Pattern;
import io.aegispcap.stix.specification.Specification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How one type of MISP attribute is written in STIX.
record Mapping(List<Assignment> assignments) {

  private static final Set<String> WHOLE_NUMBERS =
      Set.of("size", "dst_port", "src_port", "number", "pid");

  private static final Map<String, String> ROOT_KEYS =
      Map.of(
          "HKLM", "HKEY_LOCAL_MACHINE",
          "HKCU", "HKEY_CURRENT_USER",
          "HKCR", "HKEY_CLASSES_ROOT",
          "HKU", "HKEY_USERS",
          "HKCC", "HKEY_CURRENT_CONFIG",
          "HKPD", "HKEY_PERFORMANCE_DATA");

  private static final List<String> HASHES =
      Specification.STIX_2_1.vocabulary("hash-algorithm-ov").orElseThrow().values();

  Mapping {
    assignments = List.copyOf(assignments);
  }

  /// The parts of a value; those of types without bars are whole. Data is a further part.
  static List<String> parts(String type, String value, Optional<String> data) {
    boolean whole = type.indexOf('|') < 0 && !type.equals("malware-sample");
    List<String> parts =
        new ArrayList<>(whole ? List.of(value) : Arrays.asList(value.split("\\|", 2)));
    data.ifPresent(parts::add);
    return parts;
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

  /// What a pattern says instead of each other: itself when it is no choice.
  static List<Pattern> alternatives(Pattern pattern) {
    return switch (pattern.expression()) {
      case Or(List<ObservationExpression> operands) ->
          operands.stream()
              .flatMap(operand -> alternatives(new Pattern(operand)).stream())
              .toList();
      case Observation(AnyOf(List<ComparisonExpression> operands)) ->
          operands.stream()
              .flatMap(operand -> alternatives(new Pattern(new Observation(operand))).stream())
              .toList();
      default -> List.of(pattern);
    };
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
      ObjectPath canonical = canonical(path);
      values.put(
          canonical,
          constant instanceof Constant.Text(String text) ? constant(canonical, text) : constant);
    }
    return Optional.of(values);
  }

  /// Names of hashes are often written without hyphens, or in lower case.
  private static ObjectPath canonical(ObjectPath path) {
    int last = path.steps().size() - 1;
    if (last == 0
        || !path.steps().get(last - 1).equals(new ObjectPath.Key("hashes"))
        || !(path.steps().get(last) instanceof ObjectPath.Key(String name))) {
      return path;
    }
    String plain = plain(name);
    return HASHES.stream()
        .filter(hash -> plain(hash).equals(plain))
        .findFirst()
        .map(
            hash ->
                new ObjectPath(
                    path.type(),
                    Stream.concat(
                            path.steps().stream().limit(last), Stream.of(new ObjectPath.Key(hash)))
                        .toList()))
        .orElse(path);
  }

  private static String plain(String name) {
    return name.replace("-", "").toUpperCase(Locale.ROOT);
  }

  /// The parts of the value of an attribute, from what stands where; empty when one is missing.
  Optional<List<String>> parts(Map<ObjectPath, Constant> values) {
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
    return Optional.of(parts);
  }

  static String text(Constant constant) {
    return switch (constant) {
      case Constant.Text(String text) -> text;
      case Constant.Numeric numeric -> numeric.value().toPlainString();
      case Constant other -> other.toString();
    };
  }

  /// Numbers of MISP are texts.
  static Constant constant(ObjectPath path, String value) {
    boolean whole =
        path.steps().getLast() instanceof ObjectPath.Key(String name)
            && WHOLE_NUMBERS.contains(name)
            && value.matches("\\d{1,15}");
    return whole
        ? new Constant.Numeric(new BigDecimal(value))
        : new Constant.Text(spelled(path, value));
  }

  /// As STIX wants it, and MISP keeps it too: MAC addresses in lower case with colons, root keys of
  /// the registry in full.
  static String spelled(ObjectPath path, String text) {
    return switch (path.type()) {
      case "mac-addr" -> text.toLowerCase(Locale.ROOT).replace('-', ':');
      case "windows-registry-key" ->
          path.steps().equals(List.of(new ObjectPath.Key("key"))) ? unabbreviated(text) : text;
      default -> text;
    };
  }

  private static String unabbreviated(String key) {
    int end = key.indexOf('\\');
    String root = end < 0 ? key : key.substring(0, end);
    String full = ROOT_KEYS.get(root.toUpperCase(Locale.ROOT));
    return full == null ? key : full + key.substring(root.length());
  }
}
