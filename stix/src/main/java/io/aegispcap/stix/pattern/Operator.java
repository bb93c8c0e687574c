package io.aegispcap.stix.pattern;

/// Comparison operators, section 9.6.
public enum Operator {
  EQUAL("="),
  NOT_EQUAL("!="),
  GREATER(">"),
  LESS("<"),
  GREATER_OR_EQUAL(">="),
  LESS_OR_EQUAL("<="),
  IN("IN"),
  LIKE("LIKE"),
  MATCHES("MATCHES"),
  IS_SUBSET("ISSUBSET"),
  IS_SUPERSET("ISSUPERSET");

  private final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  /// As it is written.
  public String sign() {
    return sign;
  }
}
