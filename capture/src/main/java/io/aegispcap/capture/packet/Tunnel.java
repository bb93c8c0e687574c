package io.aegispcap.capture.packet;

/// Ways in which one packet carries another.
public enum Tunnel {
  NONE(""),
  /// IPv4 or IPv6 in IPv4 or IPv6 (RFC 2003, RFC 2473, RFC 4213).
  IP_IN_IP("ipip"),
  /// RFC 2784, RFC 2890.
  GRE("gre"),
  ERSPAN("erspan"),
  /// RFC 7348.
  VXLAN("vxlan"),
  /// RFC 8926.
  GENEVE("geneve"),
  /// GPRS tunnelling, user plane (3GPP TS 29.281).
  GTP_U("gtp-u"),
  /// RFC 4380.
  TEREDO("teredo"),
  /// RFC 2661, RFC 3931.
  L2TP("l2tp");

  private final String label;

  Tunnel(String label) {
    this.label = label;
  }

  /// Its name in outputs; empty for none.
  public String label() {
    return label;
  }
}
