package io.aegispcap.capture.protocol.rdp;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.tpkt.Tpkt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The connection request and its confirmation (MS-RDPBCGR 2.2.1.1, 2.2.1.2): after the header of
/// the TPDU a cookie, then a structure of eight bytes that negotiates security.
final class Negotiation {
  static final int LONGEST = 512;

  private static final int REQUEST = 1;
  private static final int RESPONSE = 2;
  private static final int FAILURE = 3;
  private static final int STRUCTURE = 8;
  private static final int VARIABLE_PART = Tpkt.HEADER + 7;
  private static final byte[] COOKIE = "Cookie: mst".getBytes(StandardCharsets.US_ASCII);
  private static final String USER = "Cookie: mstshash=";
  private static final int LONGEST_COOKIE = 128;

  private Negotiation() {}

  /// @param packet whole
  static boolean isRequest(Bytes packet) {
    return Tpkt.kind(packet) == Tpkt.CONNECTION_REQUEST
        && (packet.indexOf(COOKIE, VARIABLE_PART) == VARIABLE_PART || structure(packet, REQUEST));
  }

  /// @param packet whole
  static boolean isAnswer(Bytes packet) {
    return Tpkt.kind(packet) == Tpkt.CONNECTION_CONFIRM
        && packet.length() == VARIABLE_PART + STRUCTURE
        && (structure(packet, RESPONSE) || structure(packet, FAILURE));
  }

  /// Whether the packet ends with such a structure. A request may go on behind it with a
  /// correlation of 36 bytes.
  private static boolean structure(Bytes packet, int type) {
    return structureAt(packet, type) >= 0;
  }

  private static int structureAt(Bytes packet, int type) {
    for (int at : new int[] {packet.length() - STRUCTURE, packet.length() - STRUCTURE - 36}) {
      if (at >= VARIABLE_PART
          && packet.u8(at) == type
          && packet.u16Little(at + 2) == STRUCTURE
          && (type == FAILURE || packet.u32Little(at + 4) < 0x40)) {
        return at;
      }
    }
    return -1;
  }

  /// The name of the user, or as much as the client sends of it; empty without one.
  static String cookie(Bytes packet) {
    int end = packet.indexOf((byte) '\r', VARIABLE_PART);
    String line =
        end < 0
            ? ""
            : packet.latin1(
                VARIABLE_PART, Math.min(end - VARIABLE_PART, USER.length() + LONGEST_COOKIE));
    return line.startsWith(USER) ? line.substring(USER.length()).trim() : "";
  }

  /// What security the client offers; plain RDP when it says nothing of it.
  static List<String> requested(Bytes packet) {
    int at = structureAt(packet, REQUEST);
    long flags = at < 0 ? 0 : packet.u32Little(at + 4);
    if (flags == 0) {
      return List.of("rdp");
    }
    List<String> names = new ArrayList<>();
    for (int bit = 1; bit <= 16; bit <<= 1) {
      if ((flags & bit) != 0) {
        names.add(security(bit));
      }
    }
    return names;
  }

  /// What the server chose; empty when it refused.
  static String selected(Bytes packet) {
    if (structureAt(packet, FAILURE) >= 0) {
      return "";
    }
    int at = structureAt(packet, RESPONSE);
    return security(at < 0 ? 0 : (int) packet.u32Little(at + 4));
  }

  private static String security(int flag) {
    return switch (flag) {
      case 0 -> "rdp";
      case 1 -> "tls";
      case 2 -> "credssp";
      case 4 -> "rdstls";
      case 8 -> "credssp_early_auth";
      case 16 -> "rds_aad";
      default -> "security_" + flag;
    };
  }

  /// Why the server refused; empty when it did not.
  static String failure(Bytes packet) {
    int at = structureAt(packet, FAILURE);
    if (at < 0) {
      return "";
    }
    int code = packet.u8(at + 4);
    return switch (code) {
      case 1 -> "tls_required";
      case 2 -> "tls_not_allowed";
      case 3 -> "no_certificate";
      case 4 -> "inconsistent_flags";
      case 5 -> "credssp_required";
      case 6 -> "tls_with_user_authentication_required";
      default -> "failure_" + code;
    };
  }
}
