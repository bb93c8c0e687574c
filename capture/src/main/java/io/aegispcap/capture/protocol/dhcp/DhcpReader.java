package io.aegispcap.capture.protocol.dhcp;

import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the fixed fields and those options that tell who asks for what, and what is answered (RFC
/// 2131 2, RFC 2132). Options that a snap length cut off are left out. Options in `sname` and
/// `file` are not read.
final class DhcpReader {
  private static final int COOKIE_AT = 236;
  private static final long COOKIE = 0x63825363L;
  private static final int YOUR_ADDRESS = 16;
  private static final int HARDWARE_ADDRESS = 28;
  private static final int PAD = 0;
  private static final int ROUTERS = 3;
  private static final int NAME_SERVERS = 6;
  private static final int HOST_NAME = 12;
  private static final int REQUESTED_ADDRESS = 50;
  private static final int MESSAGE_TYPE = 53;
  private static final int SERVER_ID = 54;
  private static final int PARAMETER_REQUEST_LIST = 55;
  private static final int VENDOR_CLASS = 60;
  private static final int PROXY_SCRIPT = 252;
  private static final int END = 255;
  private static final int TRANSACTION_ID = 4;
  private static final int MOST_ADDRESSES = 16;

  private final Bytes data;
  private String messageType = "BOOTP";
  private Optional<String> hostName = Optional.empty();
  private Optional<String> vendorClass = Optional.empty();
  private Optional<IpAddress> requestedAddress = Optional.empty();
  private Optional<IpAddress> serverId = Optional.empty();
  private final List<IpAddress> routers = new ArrayList<>(0);
  private final List<IpAddress> nameServers = new ArrayList<>(0);
  private Optional<String> proxyScript = Optional.empty();
  private final List<Integer> parameters = new ArrayList<>(0);

  DhcpReader(Bytes data) {
    if (!isDhcp(data)) {
      throw new MalformedMessageException("not a DHCP message");
    }
    this.data = data;
    readOptions();
  }

  static boolean isDhcp(Bytes data) {
    return data.length() >= COOKIE_AT + 4
        && (data.u8(0) == 1 || data.u8(0) == 2)
        && data.u8(2) <= 16
        && data.u8(3) <= 16
        && data.u32(COOKIE_AT) == COOKIE;
  }

  DhcpMessage message(long frameId, long timestamp) {
    return new DhcpMessage(
        frameId,
        timestamp,
        messageType,
        clientMac(),
        hostName,
        vendorClass,
        address(YOUR_ADDRESS),
        requestedAddress,
        data.u32(TRANSACTION_ID),
        serverId,
        routers,
        nameServers,
        proxyScript,
        parameters);
  }

  private void readOptions() {
    int at = COOKIE_AT + 4;
    while (at + 1 < data.length() && data.u8(at) != END) {
      if (data.u8(at) == PAD) {
        at++;
        continue;
      }
      int length = data.u8(at + 1);
      if (at + 2 + length > data.length()) {
        return;
      }
      readOption(data.u8(at), at + 2, length);
      at += 2 + length;
    }
  }

  private void readOption(int option, int from, int length) {
    switch (option) {
      case SERVER_ID -> serverId = length == 4 ? address(from) : Optional.empty();
      case ROUTERS -> addresses(from, length, routers);
      case NAME_SERVERS -> addresses(from, length, nameServers);
      case PROXY_SCRIPT -> proxyScript = text(from, length);
      case HOST_NAME -> hostName = text(from, length);
      case VENDOR_CLASS -> vendorClass = text(from, length);
      case REQUESTED_ADDRESS -> requestedAddress = length == 4 ? address(from) : Optional.empty();
      case MESSAGE_TYPE -> messageType = length == 1 ? typeName(data.u8(from)) : messageType;
      case PARAMETER_REQUEST_LIST -> {
        parameters.clear();
        for (int i = 0; i < length; i++) {
          parameters.add(data.u8(from + i));
        }
      }
      default -> {
        // Options that say nothing of who asks, nor where traffic is led.
      }
    }
  }

  /// Text, some of which ends in a NUL (RFC 2132 2).
  private Optional<String> text(int from, int length) {
    String text = data.latin1(from, length);
    int end = text.indexOf('\0');
    return Optional.of(end < 0 ? text : text.substring(0, end)).filter(name -> !name.isEmpty());
  }

  private void addresses(int from, int length, List<IpAddress> target) {
    for (int at = 0; at + 4 <= length && target.size() < MOST_ADDRESSES; at += 4) {
      address(from + at).ifPresent(target::add);
    }
  }

  private Optional<IpAddress> address(int from) {
    long address = data.u32(from);
    return address == 0 ? Optional.empty() : Optional.of(IpAddress.v4((int) address));
  }

  private String clientMac() {
    int length = data.u8(2);
    StringBuilder text = new StringBuilder(3 * length);
    for (int i = 0; i < length; i++) {
      int value = data.u8(HARDWARE_ADDRESS + i);
      text.append(i == 0 ? "" : "-");
      text.append(Character.toUpperCase(Character.forDigit(value >> 4, 16)));
      text.append(Character.toUpperCase(Character.forDigit(value & 15, 16)));
    }
    return text.toString();
  }

  /// RFC 2132 9.6, RFC 3203, RFC 4388.
  private static String typeName(int type) {
    return switch (type) {
      case 1 -> "DISCOVER";
      case 2 -> "OFFER";
      case 3 -> "REQUEST";
      case 4 -> "DECLINE";
      case 5 -> "ACK";
      case 6 -> "NAK";
      case 7 -> "RELEASE";
      case 8 -> "INFORM";
      case 9 -> "FORCERENEW";
      case 10 -> "LEASEQUERY";
      case 11 -> "LEASEUNASSIGNED";
      case 12 -> "LEASEUNKNOWN";
      case 13 -> "LEASEACTIVE";
      default -> "TYPE" + type;
    };
  }
}
