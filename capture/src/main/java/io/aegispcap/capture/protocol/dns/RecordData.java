package io.aegispcap.capture.protocol.dns;

import io.aegispcap.capture.packet.IpAddress;

/// What a record says, as text in the order of its fields (RFC 1035 5.1, RFC 3597 for the others).
final class RecordData {
  private static final int MAX_TEXT = 512;
  private static final String HEX = "0123456789abcdef";

  private RecordData() {}

  /// Reads the data of one record, whose first byte the reader stands at.
  static String text(DnsBytes in, int type, int length) {
    int end = in.position() + length;
    return switch (type) {
      case DnsNames.A -> length == 4 ? v4(in) : hex(in, end);
      case DnsNames.AAAA ->
          length == 16 ? new IpAddress(in.u64(), in.u64()).toString() : hex(in, end);
      case DnsNames.NS, DnsNames.CNAME, DnsNames.PTR, DnsNames.DNAME -> in.name();
      case DnsNames.MX, DnsNames.SVCB, DnsNames.HTTPS -> in.u16() + " " + in.name();
      case DnsNames.SRV -> in.u16() + " " + in.u16() + " " + in.u16() + " " + in.name();
      case DnsNames.SOA -> startOfAuthority(in);
      case DnsNames.TXT, DnsNames.SPF, DnsNames.HINFO -> strings(in, end);
      case DnsNames.CAA -> certificationAuthority(in, end);
      default -> hex(in, end);
    };
  }

  /// The addresses of a NetBIOS name (RFC 1002 4.2.2), or the bytes of anything else.
  static String netbios(DnsBytes in, int type, int length) {
    int end = in.position() + length;
    if (type != DnsNames.NB || length == 0 || length % 6 != 0) {
      return hex(in, end);
    }
    StringBuilder text = new StringBuilder(15);
    while (in.position() < end && text.length() < MAX_TEXT) {
      in.u16();
      text.append(text.isEmpty() ? "" : " ").append(v4(in));
    }
    return text.toString();
  }

  private static String v4(DnsBytes in) {
    return IpAddress.v4((int) in.u32()).toString();
  }

  private static String startOfAuthority(DnsBytes in) {
    StringBuilder text = new StringBuilder(64).append(in.name()).append(' ').append(in.name());
    for (int i = 0; i < 5; i++) {
      text.append(' ').append(in.u32());
    }
    return text.toString();
  }

  private static String certificationAuthority(DnsBytes in, int end) {
    StringBuilder text = new StringBuilder(32).append(in.u8()).append(' ');
    characters(in, Math.min(end, in.u8() + in.position()), text);
    text.append(' ');
    characters(in, end, text);
    return text.toString();
  }

  private static String strings(DnsBytes in, int end) {
    StringBuilder text = new StringBuilder(Math.min(end - in.position(), MAX_TEXT));
    while (in.position() < end && text.length() < MAX_TEXT) {
      int length = in.u8();
      if (!text.isEmpty()) {
        text.append(' ');
      }
      characters(in, Math.min(end, in.position() + length), text);
    }
    return text.toString();
  }

  private static void characters(DnsBytes in, int end, StringBuilder text) {
    while (in.position() < end && text.length() < MAX_TEXT) {
      int value = in.u8();
      if (value >= ' ' && value < 127 && value != '\\') {
        text.append((char) value);
      } else if (value == '\\') {
        text.append("\\\\");
      } else {
        text.append('\\').append((char) ('0' + value / 100));
        text.append((char) ('0' + value / 10 % 10)).append((char) ('0' + value % 10));
      }
    }
  }

  private static String hex(DnsBytes in, int end) {
    StringBuilder text = new StringBuilder(Math.min(2 * (end - in.position()), MAX_TEXT));
    while (in.position() < end && text.length() < MAX_TEXT) {
      int value = in.u8();
      text.append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 15));
    }
    return text.toString();
  }
}
