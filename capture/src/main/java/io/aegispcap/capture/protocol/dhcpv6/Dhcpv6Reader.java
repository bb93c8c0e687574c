package io.aegispcap.capture.protocol.dhcpv6;

import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.packet.LinkMessage;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Reads who asks for what, and what is answered: RFC 8415 21, RFC 3646 3 and 4 (name servers,
/// search domains), RFC 4704 4 (the client's name).
final class Dhcpv6Reader {
  private static final int MOST = 16;
  private static final int MOST_REQUESTED = 64;
  private static final int MOST_NAME = 255;

  /// A message, an association, an address, and its status.
  private static final int MOST_DEPTH = 4;

  /// Identity associations: IAID, T1 and T2; temporary ones have no times.
  private static final int ASSOCIATION = 12;

  private static final int TEMPORARY = 4;
  private static final int ADDRESS_LENGTH = 24;
  private static final int PREFIX_LENGTH = 25;

  private final Bytes data;
  private int depth;
  private String messageType = "";
  private int transactionId;
  private Optional<IpAddress> relay = Optional.empty();
  private String clientDuid = "";
  private String clientMac = "";
  private String serverDuid = "";
  private final List<IpAddress> addresses = new ArrayList<>(1);
  private final List<String> prefixes = new ArrayList<>(0);
  private String hostName = "";
  private String vendorClass = "";
  private final List<IpAddress> nameServers = new ArrayList<>(0);
  private final List<String> searchDomains = new ArrayList<>(0);
  private String status = "";
  private final List<Integer> requested = new ArrayList<>(0);

  Dhcpv6Reader(Bytes data) {
    if (!Dhcpv6Options.fits(data)) {
      throw new MalformedMessageException("not a DHCPv6 message");
    }
    this.data = data;
    read(0, data.length());
  }

  Dhcpv6Message message(long frameId, long timestamp) {
    return new Dhcpv6Message(
        frameId,
        timestamp,
        messageType,
        transactionId,
        relay,
        clientDuid,
        clientMac,
        serverDuid,
        addresses,
        prefixes,
        hostName,
        vendorClass,
        nameServers,
        searchDomains,
        status,
        requested);
  }

  private void read(int from, int end) {
    int type = data.u8(from);
    if (type == Dhcpv6Options.RELAY_FORWARD || type == Dhcpv6Options.RELAY_REPLY) {
      IpAddress link = address(from + 2);
      boolean named = link.high() != 0 || link.low() != 0;
      relay = Optional.of(named ? link : address(from + 18));
      readRelayed(from + Dhcpv6Options.RELAY_HEAD, end);
    } else {
      messageType = typeName(type);
      transactionId = data.u24(from + 1);
      readOptions(from + Dhcpv6Options.HEAD, end);
    }
  }

  /// Whatever relays add about the link is left out.
  private void readRelayed(int from, int end) {
    int next;
    for (int at = from; (next = Dhcpv6Options.next(data, at, end)) >= 0; at = next) {
      if (data.u16(at) == Dhcpv6Options.RELAYED) {
        read(at + Dhcpv6Options.OPTION_HEAD, next);
        return;
      }
    }
  }

  /// Options of a message, or of an association in it; one that states more than there is ends it.
  private void readOptions(int from, int end) {
    if (depth == MOST_DEPTH) {
      return;
    }
    depth++;
    int next;
    for (int at = from; (next = Dhcpv6Options.next(data, at, end)) >= 0; at = next) {
      readOption(data.u16(at), at + Dhcpv6Options.OPTION_HEAD, next);
    }
    depth--;
  }

  private void readOption(int code, int from, int end) {
    int length = end - from;
    switch (code) {
      case Dhcpv6Options.CLIENT_ID -> {
        clientDuid = hex(from, length);
        clientMac = mac(from, length);
      }
      case Dhcpv6Options.SERVER_ID -> serverDuid = hex(from, length);
      case Dhcpv6Options.NON_TEMPORARY, Dhcpv6Options.PREFIXES ->
          readOptions(from + Math.min(length, ASSOCIATION), end);
      case Dhcpv6Options.TEMPORARY -> readOptions(from + Math.min(length, TEMPORARY), end);
      case Dhcpv6Options.ADDRESS -> {
        if (length >= ADDRESS_LENGTH) {
          add(addresses, from);
          readOptions(from + ADDRESS_LENGTH, end);
        }
      }
      case Dhcpv6Options.PREFIX -> {
        if (length >= PREFIX_LENGTH && prefixes.size() < MOST) {
          prefixes.add(address(from + 9) + "/" + data.u8(from + 8));
          readOptions(from + PREFIX_LENGTH, end);
        }
      }
      default -> readOther(code, from, end);
    }
  }

  private void readOther(int code, int from, int end) {
    int length = end - from;
    switch (code) {
      case Dhcpv6Options.NAME_SERVERS -> {
        for (int at = from; at + 16 <= end; at += 16) {
          add(nameServers, at);
        }
      }
      case Dhcpv6Options.SEARCH_DOMAINS -> readNames(from, end, searchDomains);
      case Dhcpv6Options.CLIENT_NAME -> {
        List<String> names = new ArrayList<>(1);
        readNames(from + Math.min(1, length), end, names);
        hostName = names.isEmpty() ? "" : names.getFirst();
      }
      case Dhcpv6Options.VENDOR_CLASS -> {
        if (length > 6) { // an enterprise number, then classes behind their lengths
          int said = Math.min(data.u16(from + 4), length - 6);
          vendorClass = data.latin1(from + 6, Math.min(said, MOST_NAME));
        }
      }
      case Dhcpv6Options.STATUS -> {
        if (length >= 2 && data.u16(from) != 0 && status.isEmpty()) {
          status = statusName(data.u16(from));
        }
      }
      case Dhcpv6Options.REQUESTED -> {
        for (int at = from; at + 2 <= end && requested.size() < MOST_REQUESTED; at += 2) {
          requested.add(data.u16(at));
        }
      }
      default -> {
        // Options that say nothing of who asks, nor where traffic is led.
      }
    }
  }

  /// Names as RFC 1035 3.1 writes them, never compressed; the last may lack its end (RFC 4704 4.2).
  private void readNames(int from, int end, List<String> names) {
    StringBuilder name = new StringBuilder();
    int at = from;
    while (at < end && names.size() < MOST) {
      int length = data.u8(at);
      if (length > 63 || at + 1 + length > end || name.length() + length >= MOST_NAME) {
        return;
      }
      if (length > 0) {
        name.append(name.isEmpty() ? "" : ".").append(data.latin1(at + 1, length));
      }
      at += 1 + length;
      if (!name.isEmpty() && (length == 0 || at >= end)) {
        names.add(name.toString());
        name.setLength(0);
      }
    }
  }

  private void add(List<IpAddress> list, int at) {
    if (list.size() < MOST) {
      list.add(address(at));
    }
  }

  private IpAddress address(int at) {
    return new IpAddress(data.u64(at), data.u64(at + 8));
  }

  private String hex(int from, int length) {
    return HexFormat.of().formatHex(data.copy(from, length));
  }

  /// Of an identifier made of an Ethernet address, with (type 1) or without the time (RFC 8415 11).
  private String mac(int from, int length) {
    int type = data.u16(from);
    int head = type == 1 ? 8 : 4;
    boolean ethernet = (type == 1 || type == 3) && length == head + 6 && data.u16(from + 2) == 1;
    return ethernet
        ? LinkMessage.macText((long) data.u16(from + head) << 32 | data.u32(from + head + 2))
        : "";
  }

  /// RFC 8415 7.3.
  private static String typeName(int type) {
    return switch (type) {
      case 1 -> "SOLICIT";
      case 2 -> "ADVERTISE";
      case 3 -> "REQUEST";
      case 4 -> "CONFIRM";
      case 5 -> "RENEW";
      case 6 -> "REBIND";
      case 7 -> "REPLY";
      case 8 -> "RELEASE";
      case 9 -> "DECLINE";
      case 10 -> "RECONFIGURE";
      default -> "INFORMATION-REQUEST";
    };
  }

  /// RFC 8415 21.13.
  private static String statusName(int code) {
    return switch (code) {
      case 1 -> "UnspecFail";
      case 2 -> "NoAddrsAvail";
      case 3 -> "NoBinding";
      case 4 -> "NotOnLink";
      case 5 -> "UseMulticast";
      case 6 -> "NoPrefixAvail";
      default -> Integer.toString(code);
    };
  }
}
