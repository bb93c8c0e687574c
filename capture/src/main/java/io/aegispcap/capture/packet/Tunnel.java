package io.aegispcap.capture.packet;

/// Ways in which one packet carries another.
public enum Tunnel {
  NONE,
  /// IPv4 or IPv6 in IPv4 or IPv6 (RFC 2003, RFC 2473, RFC 4213).
  IP_IN_IP,
  /// RFC 2784, RFC 2890.
  GRE,
  ERSPAN,
  /// RFC 7348.
  VXLAN,
  /// RFC 8926.
  GENEVE,
  /// GPRS tunnelling, user plane (3GPP TS 29.281).
  GTP_U,
  /// RFC 4380.
  TEREDO,
  /// RFC 2661, RFC 3931.
  L2TP
}
