package io.aegispcap.analysis.dissection;

import io.aegispcap.capture.packet.Packet;
import java.util.HexFormat;
import java.util.StringJoiner;

/// Values of header fields as people write them.
final class Texts {
  private static final String[] FLAGS = {"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"};
  private static final HexFormat MAC = HexFormat.ofDelimiter(":");

  private Texts() {}

  static String printable(byte[] bytes, int from, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = from; i < from + length; i++) {
      text.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
    }
    return text.toString();
  }

  static String mac(byte[] bytes, int from) {
    return MAC.formatHex(bytes, from, from + 6);
  }

  /// Such as `SYN, ACK`.
  static String flags(int flags) {
    StringJoiner names = new StringJoiner(", ");
    for (int i = 0; i < FLAGS.length; i++) {
      if ((flags & 1 << i) != 0) {
        names.add(FLAGS[i]);
      }
    }
    return flags == 0 ? "none" : names.toString();
  }

  static String hex(int value) {
    return "0x" + HexFormat.of().toHexDigits((short) value);
  }

  static String transport(int protocol) {
    return switch (protocol) {
      case Packet.ICMP -> "ICMP";
      case Packet.TCP -> "TCP";
      case Packet.UDP -> "UDP";
      case Packet.ICMPV6 -> "ICMPv6";
      case Packet.SCTP -> "SCTP";
      default -> "IP protocol " + protocol;
    };
  }

  static String bytes(int count) {
    return count + (count == 1 ? " byte" : " bytes");
  }

  /// What an ICMP message is, for those met most (RFC 792, RFC 4443, RFC 4861).
  static String icmp(int protocol, int type) {
    return protocol == Packet.ICMP ? v4(type) : v6(type);
  }

  private static String v4(int type) {
    return switch (type) {
      case 0 -> "Echo reply";
      case 3 -> "Destination unreachable";
      case 5 -> "Redirect";
      case 8 -> "Echo request";
      case 11 -> "Time exceeded";
      case 13 -> "Timestamp";
      case 14 -> "Timestamp reply";
      default -> "Type " + type;
    };
  }

  private static String v6(int type) {
    return switch (type) {
      case 1 -> "Destination unreachable";
      case 2 -> "Packet too big";
      case 3 -> "Time exceeded";
      case 128 -> "Echo request";
      case 129 -> "Echo reply";
      case 133 -> "Router solicitation";
      case 134 -> "Router advertisement";
      case 135 -> "Neighbor solicitation";
      case 136 -> "Neighbor advertisement";
      default -> "Type " + type;
    };
  }
}
