package io.aegispcap.stix.filter;

/// How a property is compared.
public enum FilterOperator {
  EQUAL("="),
  NOT_EQUAL("!="),
  IN("in"),
  GREATER(">"),
  LESS("<"),
  GREATER_OR_EQUAL(">="),
  LESS_OR_EQUAL("<="),
  CONTAINS("contains");

  private final String sign;

  FilterOperator(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  /// @throws IllegalArgumentException when there is no such operator
  public static FilterOperator of(String sign) {
    for (FilterOperator operator : values()) {
      if (operator.sign.equals(sign)) {
        return operator;
      }
    }
    throw new IllegalArgumentException("'" + sign + "' is no operator of filters");
  }
}
