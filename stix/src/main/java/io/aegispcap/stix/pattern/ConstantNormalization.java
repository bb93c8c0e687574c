package io.aegispcap.stix.pattern;

import io.aegispcap.stix.object.StixTimestamp;
import io.aegispcap.stix.pattern.ComparisonExpression.Comparison;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// One spelling for constants that mean the same.
final class ConstantNormalization {

  private static final java.util.regex.Pattern ZEROS =
      java.util.regex.Pattern.compile("(?<![0-9a-fA-F:])0+(?=[0-7](?:\\.|$|/))");

  private ConstantNormalization() {}

  static Comparison of(Comparison comparison) {
    Constant constant = of(comparison.path(), comparison.constant());
    boolean negated = comparison.negated();
    return switch (comparison.operator()) {
      case EQUAL -> equality(comparison.path(), negated, constant);
      case NOT_EQUAL -> equality(comparison.path(), !negated, constant);
      case IN ->
          constant instanceof Constant.Several(List<Constant> constants) && constants.size() == 1
              ? equality(comparison.path(), negated, constants.getFirst())
              : new Comparison(comparison.path(), negated, Operator.IN, constant);
      default -> new Comparison(comparison.path(), negated, comparison.operator(), constant);
    };
  }

  private static Comparison equality(ObjectPath path, boolean negated, Constant constant) {
    return new Comparison(path, false, negated ? Operator.NOT_EQUAL : Operator.EQUAL, constant);
  }

  private static Constant of(ObjectPath path, Constant constant) {
    return switch (constant) {
      case Constant.Text(String text) -> new Constant.Text(spelled(path, text));
      case Constant.Bytes bytes -> new Constant.Bytes(bytes.bytes(), true);
      case Constant.Time(StixTimestamp timestamp) -> new Constant.Time(of(timestamp));
      case Constant.Several(List<Constant> constants) ->
          new Constant.Several(
              constants.stream()
                  .map(each -> of(path, each))
                  .distinct()
                  .sorted(Comparator.comparing(PatternPrinter::print))
                  .toList());
      case Constant.Numeric numeric -> numeric;
      case Constant.Truth truth -> truth;
    };
  }

  static Qualifier of(Qualifier qualifier) {
    return switch (qualifier) {
      case Qualifier.StartStop(StixTimestamp start, StixTimestamp stop) ->
          new Qualifier.StartStop(of(start), of(stop));
      case Qualifier.Within within -> within;
      case Qualifier.Repeats repeats -> repeats;
    };
  }

  private static StixTimestamp of(StixTimestamp timestamp) {
    String text = timestamp.text();
    if (text.indexOf('.') < 0) {
      return timestamp;
    }
    return new StixTimestamp(text.replaceFirst("\\.?0*Z$", "Z"));
  }

  /// Names of registry keys don't differ by case, nor networks by the bits that their masks hide.
  private static String spelled(ObjectPath path, String text) {
    return switch (path.type()) {
      case "windows-registry-key" ->
          isRegistryName(path.steps()) ? text.toLowerCase(Locale.ROOT) : text;
      case "ipv4-addr", "ipv6-addr" ->
          path.steps().equals(List.of(new ObjectPath.Key("value")))
              ? CidrBlock.find(withoutZeros(text)).map(CidrBlock::toString).orElse(text)
              : text;
      default -> text;
    };
  }

  /// A key, or the name of any value.
  private static boolean isRegistryName(List<ObjectPath.Step> steps) {
    ObjectPath.Step last = steps.getLast();
    return steps.equals(List.of(new ObjectPath.Key("key")))
        || steps.size() == 3
            && steps.getFirst().equals(new ObjectPath.Key("values"))
            && !(steps.get(1) instanceof ObjectPath.Key)
            && last.equals(new ObjectPath.Key("name"));
  }

  /// Zeros before a digit that is the same in the decimal and the octal system.
  private static String withoutZeros(String text) {
    return ZEROS.matcher(text).replaceAll("");
  }
}
