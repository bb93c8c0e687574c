package io.aegispcap.capture.protocol.snmp;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.asn1.DerReader;
import java.util.ArrayList;
import java.util.List;

/// One message. Of the community it is kept whether it is one of the two that devices are sold
/// with, and a mark that tells it from others.
///
/// @param version `1`, `2c` or `3`
/// @param community `public`, `private`, `other`; empty with version 3
/// @param mark of the community; 0 with version 3
/// @param user of version 3; may be empty
/// @param pdu tag of the PDU; 0 when it is encrypted
/// @param request number by which an answer is known; the message's with version 3
/// @param error status of RFC 3416 3
/// @param names of the first variables
record SnmpMessage(
    String version,
    String community,
    int mark,
    String user,
    int pdu,
    long request,
    int error,
    List<String> names) {
  static final int GET = 0xa0;
  static final int RESPONSE = 0xa2;
  static final int OLD_TRAP = 0xa4;
  static final int NEW_TRAP = 0xa7;
  static final int REPORT = 0xa8;
  static final int MOST_NAMES = 8;
  private static final int LONGEST_USER = 64;

  /// Without reading beyond what is there.
  static boolean fits(Bytes datagram) {
    int length = datagram.length();
    if (length < 12 || datagram.u8(0) != DerReader.SEQUENCE) {
      return false;
    }
    int first = datagram.u8(1);
    int at = first < 0x80 ? 2 : 2 + (first & 0x7f);
    if (at > 4 || at + 6 > length) {
      return false;
    }
    int counted = at == 2 ? first : at == 3 ? datagram.u8(2) : datagram.u16(2);
    if (at + counted != length || datagram.u16(at) != 0x0201) {
      return false;
    }
    int version = datagram.u8(at + 2);
    if (version == 3) {
      return datagram.u8(at + 3) == DerReader.SEQUENCE && datagram.u8(at + 4) < 0x80;
    }
    int pdu = at + 5 + datagram.u8(at + 4);
    return (version == 0 || version == 1)
        && datagram.u8(at + 3) == DerReader.OCTET_STRING
        && datagram.u8(at + 4) < 0x80
        && pdu < length
        && datagram.u8(pdu) >= GET
        && datagram.u8(pdu) <= REPORT;
  }

  static SnmpMessage read(Bytes datagram) {
    DerReader message = new DerReader(datagram).in(DerReader.SEQUENCE);
    long version = message.integer();
    if (version == 3) {
      return read3(message);
    }
    Bytes community = message.value(DerReader.OCTET_STRING);
    String text = community.latin1(0, community.length());
    String kept = text.equals("public") || text.equals("private") ? text : "other";
    return pdu(message, version == 0 ? "1" : "2c", kept, text.hashCode(), "", 0);
  }

  /// RFC 3412 6, RFC 3414 2.4.
  private static SnmpMessage read3(DerReader message) {
    long id = message.in(DerReader.SEQUENCE).integer();
    Bytes parameters = message.value(DerReader.OCTET_STRING);
    String user = "";
    if (parameters.length() > 0 && parameters.u8(0) == DerReader.SEQUENCE) {
      DerReader security = new DerReader(parameters).in(DerReader.SEQUENCE);
      security.skip();
      security.skip();
      security.skip();
      user = security.value(DerReader.OCTET_STRING).utf8(LONGEST_USER);
    }
    if (message.peek() == DerReader.OCTET_STRING) {
      return new SnmpMessage("3", "", 0, user, 0, id, 0, List.of());
    }
    DerReader scoped = message.in(DerReader.SEQUENCE);
    scoped.skip();
    scoped.skip();
    return pdu(scoped, "3", "", 0, user, id);
  }

  private static SnmpMessage pdu(
      DerReader holder, String version, String community, int mark, String user, long id) {
    int tag = holder.peek();
    if (tag < GET || tag > REPORT) {
      throw new MalformedMessageException("no PDU of SNMP");
    }
    DerReader pdu = new DerReader(holder.value());
    if (tag == OLD_TRAP) {
      List<String> enterprise = List.of(name(pdu.value(DerReader.OBJECT_IDENTIFIER)));
      return new SnmpMessage(version, community, mark, user, tag, 0, 0, enterprise);
    }
    long request = pdu.integer();
    int error = Math.clamp(pdu.integer(), 0, Integer.MAX_VALUE);
    pdu.skip();
    List<String> names = new ArrayList<>();
    DerReader variables = pdu.in(DerReader.SEQUENCE);
    while (variables.hasMore() && names.size() < MOST_NAMES) {
      names.add(name(variables.in(DerReader.SEQUENCE).value(DerReader.OBJECT_IDENTIFIER)));
    }
    boolean numbered = version.equals("3");
    return new SnmpMessage(
        version, community, mark, user, tag, numbered ? id : request, error, names);
  }

  /// An object's name in numbers (X.690 8.19), at most 64 of them.
  private static String name(Bytes identifier) {
    StringBuilder text = new StringBuilder();
    long value = 0;
    int parts = 0;
    for (int i = 0; i < identifier.length() && parts < 64; i++) {
      int next = identifier.u8(i);
      value = value << 7 & 0xffff_ffffL | next & 0x7f;
      if (next < 0x80) {
        if (parts == 0) {
          text.append(Math.min(value / 40, 2)).append('.');
          value -= 40 * Math.min(value / 40, 2);
        }
        text.append(parts == 0 ? "" : ".").append(value);
        value = 0;
        parts++;
      }
    }
    return text.toString();
  }
}
