package io.aegispcap.capture.protocol.snmp;

/// PDUs and errors by name (RFC 3416 3).
final class SnmpWords {
  private static final String[] TYPES = {
    "get-request",
    "get-next-request",
    "response",
    "set-request",
    "trap",
    "get-bulk-request",
    "inform-request",
    "snmpv2-trap",
    "report"
  };

  private static final String[] ERRORS = {
    "ok",
    "tooBig",
    "noSuchName",
    "badValue",
    "readOnly",
    "genErr",
    "noAccess",
    "wrongType",
    "wrongLength",
    "wrongEncoding",
    "wrongValue",
    "noCreation",
    "inconsistentValue",
    "resourceUnavailable",
    "commitFailed",
    "undoFailed",
    "authorizationError",
    "notWritable",
    "inconsistentName"
  };

  private SnmpWords() {}

  /// @param pdu its tag; 0 when it is encrypted
  static String type(int pdu) {
    return pdu == 0 ? "encrypted" : TYPES[pdu - SnmpMessage.GET];
  }

  static String error(int status) {
    return status < ERRORS.length ? ERRORS[status] : "error_" + status;
  }
}
