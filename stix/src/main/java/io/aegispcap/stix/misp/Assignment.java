package io.aegispcap.stix.misp;

import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.pattern.CidrBlock;
import io.aegispcap.stix.pattern.Constant;
import io.aegispcap.stix.pattern.ObjectPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Where a part of a MISP value stands in STIX.
///
/// @param part which part, from 0; negative when the value is fixed
/// @param fixed the value when it is fixed
record Assignment(ObjectPath path, Kind kind, int part, String fixed) {

  enum Kind {
    TEXT,
    INTEGER,
    /// The type of the address that the part is.
    ADDRESS_TYPE,
    FIXED
  }

  static Assignment of(ObjectPath path, String written) {
    return switch (written.charAt(0)) {
      case '$' -> new Assignment(path, Kind.TEXT, part(written), "");
      case '#' -> new Assignment(path, Kind.INTEGER, part(written), "");
      case '@' -> new Assignment(path, Kind.ADDRESS_TYPE, part(written), "");
      default -> new Assignment(path, Kind.FIXED, -1, written.substring(1, written.length() - 1));
    };
  }

  private static int part(String written) {
    return Integer.parseInt(written.substring(1)) - 1;
  }

  /// Whether a part of the value is found there again.
  boolean holdsPart() {
    return kind == Kind.TEXT || kind == Kind.INTEGER;
  }

  /// Empty when the value has not such a part.
  Optional<Constant> constant(List<String> parts) {
    return switch (kind) {
      case FIXED -> Optional.of(new Constant.Text(fixed));
      case TEXT -> at(parts).map(text -> new Constant.Text(Mapping.spelled(path, text)));
      case ADDRESS_TYPE -> at(parts).flatMap(Assignment::addressType).map(Constant.Text::new);
      case INTEGER -> at(parts).flatMap(this::number).map(Constant.Numeric::new);
    };
  }

  static JsonValue asJson(Constant constant) {
    return switch (constant) {
      case Constant.Text(String text) -> JsonValue.of(text);
      case Constant.Numeric(BigDecimal number) -> JsonValue.of(number.longValue());
      case Constant other -> throw new IllegalStateException("no value of MISP: " + other);
    };
  }

  private Optional<String> at(List<String> parts) {
    return part < parts.size() ? Optional.of(parts.get(part)) : Optional.empty();
  }

  static Optional<String> addressType(String text) {
    return CidrBlock.find(text).map(block -> block.isIpv4() ? "ipv4-addr" : "ipv6-addr");
  }

  /// Numbers of autonomous systems may stand behind `AS`.
  private Optional<BigDecimal> number(String text) {
    String digits =
        path.type().equals("autonomous-system") ? text.replaceFirst("^(?i:AS) ?", "") : text;
    return digits.matches("\\d{1,15}") ? Optional.of(new BigDecimal(digits)) : Optional.empty();
  }
}
