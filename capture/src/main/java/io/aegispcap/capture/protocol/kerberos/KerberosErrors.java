package io.aegispcap.capture.protocol.kerberos;

/// Names of error codes. Source: RFC 4120 7.5.9, without `KDC_ERR_` and `KRB_`.
final class KerberosErrors {
  private KerberosErrors() {}

  /// The number itself for one without a name here; empty for -1.
  static String name(int code) {
    return switch (code) {
      case -1 -> "";
      case 6 -> "C_PRINCIPAL_UNKNOWN";
      case 7 -> "S_PRINCIPAL_UNKNOWN";
      case 12 -> "POLICY";
      case 13 -> "BADOPTION";
      case 14 -> "ETYPE_NOSUPP";
      case 18 -> "CLIENT_REVOKED";
      case 23 -> "KEY_EXPIRED";
      case 24 -> "PREAUTH_FAILED";
      case 25 -> "PREAUTH_REQUIRED";
      case 29 -> "SVC_UNAVAILABLE";
      case 31 -> "AP_ERR_BAD_INTEGRITY";
      case 32 -> "AP_ERR_TKT_EXPIRED";
      case 34 -> "AP_ERR_REPEAT";
      case 37 -> "AP_ERR_SKEW";
      case 41 -> "AP_ERR_MODIFIED";
      case 52 -> "ERR_RESPONSE_TOO_BIG";
      case 60 -> "ERR_GENERIC";
      case 68 -> "WRONG_REALM";
      default -> Integer.toString(code);
    };
  }
}
