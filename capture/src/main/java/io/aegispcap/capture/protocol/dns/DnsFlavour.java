package io.aegispcap.capture.protocol.dns;

import io.aegispcap.capture.protocol.Conversation;
import java.util.Locale;

/// The protocols that share the DNS message: their ports tell them apart, not their bytes.
enum DnsFlavour {
  DNS,
  /// Multicast DNS (RFC 6762): questions go to all, answers need none.
  MDNS,
  /// Link-local multicast name resolution (RFC 4795).
  LLMNR,
  /// NetBIOS name service (RFC 1002).
  NBNS;

  private static final int DNS_PORT = 53;
  private static final int NETBIOS_PORT = 137;
  private static final int MDNS_PORT = 5353;
  private static final int LLMNR_PORT = 5355;
  private static final int NETBIOS_NAME = 32;

  private final String label = name().toLowerCase(Locale.ROOT);

  static DnsFlavour of(Conversation conversation) {
    int server = conversation.serverPort();
    int client = conversation.clientPort();
    if (server == DNS_PORT || client == DNS_PORT) {
      return DNS;
    }
    if (server == MDNS_PORT || client == MDNS_PORT) {
      return MDNS;
    }
    if (server == LLMNR_PORT || client == LLMNR_PORT) {
      return LLMNR;
    }
    return server == NETBIOS_PORT ? NBNS : DNS;
  }

  String label() {
    return label;
  }

  String type(int type) {
    return this == NBNS ? DnsNames.netbiosType(type) : DnsNames.type(type);
  }

  /// Class without the bit that multicast DNS puts to another use (RFC 6762 5.4, 10.2).
  int recordClass(int wire) {
    return this == MDNS ? wire & 0x7fff : wire;
  }

  String name(String name) {
    return this == NBNS ? netbiosName(name) : name;
  }

  /// Undoes the half-ASCII coding of RFC 1001 14.1: the name, and its sixteenth byte in
  /// hexadecimal.
  private static String netbiosName(String name) {
    int end = name.indexOf('.') < 0 ? name.length() : name.indexOf('.');
    if (end != NETBIOS_NAME) {
      return name;
    }
    StringBuilder text = new StringBuilder(20);
    for (int i = 0; i < end; i += 2) {
      int high = name.charAt(i) - 'a';
      int low = name.charAt(i + 1) - 'a';
      if (high < 0 || high > 15 || low < 0 || low > 15) {
        return name;
      }
      int value = (high << 4) | low;
      text.append(i == end - 2 ? suffix(text, value) : Character.toString(printable(value)));
    }
    return text.toString();
  }

  private static int printable(int value) {
    return value >= ' ' && value < 127 ? Character.toLowerCase(value) : '.';
  }

  private static String suffix(StringBuilder text, int value) {
    int length = text.length();
    while (length > 0 && text.charAt(length - 1) == ' ') {
      length--;
    }
    text.setLength(length);
    return String.format(Locale.ROOT, "<%02x>", value);
  }
}
