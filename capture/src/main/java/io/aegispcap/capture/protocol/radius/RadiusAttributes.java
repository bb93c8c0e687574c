package io.aegispcap.capture.protocol.radius;

import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What is kept of a packet's attributes. Of passwords, challenges and keys only that they are
/// there is seen, never their bytes.
final class RadiusAttributes {
  private static final int MICROSOFT = 311;

  String user = "";

  /// How the user proves who it is: `pap`, `chap`, `mschap`, `eap`; empty when that is not seen.
  String method = "";

  Optional<IpAddress> nasAddress = Optional.empty();
  String nasIdentifier = "";
  String calledStation = "";
  String callingStation = "";
  Optional<IpAddress> framedAddress = Optional.empty();
  String replyMessage = "";
  String accountingStatus = "";
  String sessionId = "";
  long sessionSeconds;

  private long inputOctets;
  private long inputGigawords;
  private long outputOctets;
  private long outputGigawords;

  /// @param data a packet that fits
  RadiusAttributes(Bytes data) {
    for (int at = RadiusPacket.HEAD; at < data.length(); at += data.u8(at + 1)) {
      read(data, data.u8(at), at + 2, data.u8(at + 1) - 2);
    }
  }

  /// RFC 2865 5, RFC 2866 5, RFC 2869 5, RFC 3162 2.1.
  private void read(Bytes data, int type, int from, int length) {
    switch (type) {
      case 1 -> user = text(data, from, length);
      case 2 -> method = "pap";
      case 3 -> method = "chap";
      case 4 -> nasAddress = length == 4 ? address(data, from) : nasAddress;
      case 8 -> framedAddress = length == 4 ? address(data, from) : framedAddress;
      case 18 -> replyMessage = replyMessage.isEmpty() ? text(data, from, length) : replyMessage;
      case 26 -> vendor(data, from, length);
      case 30 -> calledStation = text(data, from, length);
      case 31 -> callingStation = text(data, from, length);
      case 32 -> nasIdentifier = text(data, from, length);
      case 79 -> method = "eap";
      case 95 -> {
        if (length == 16) {
          nasAddress = Optional.of(new IpAddress(data.u64(from), data.u64(from + 8)));
        }
      }
      default -> accounting(data, type, from, length);
    }
  }

  private void accounting(Bytes data, int type, int from, int length) {
    if (type == 44) {
      sessionId = text(data, from, length);
      return;
    }
    if (length != 4) {
      return;
    }
    long value = data.u32(from);
    switch (type) {
      case 40 -> accountingStatus = status(value);
      case 42 -> inputOctets = value;
      case 43 -> outputOctets = value;
      case 46 -> sessionSeconds = value;
      case 52 -> inputGigawords = value;
      case 53 -> outputGigawords = value;
      default -> {
        // Attributes that say nothing of who comes in, nor of what is used.
      }
    }
  }

  long inputOctets() {
    return octets(inputGigawords, inputOctets);
  }

  long outputOctets() {
    return octets(outputGigawords, outputOctets);
  }

  /// RFC 2869 5.1: 64 bits without a sign, of which the highest is never used in earnest.
  private static long octets(long gigawords, long octets) {
    return gigawords > Integer.MAX_VALUE ? Long.MAX_VALUE : gigawords << 32 | octets;
  }

  /// RFC 2548 2: what MS-CHAP has in place of a password.
  private void vendor(Bytes data, int from, int length) {
    if (length >= 6 && data.u32(from) == MICROSOFT) {
      int kind = data.u8(from + 4);
      method = kind == 1 || kind == 25 ? "mschap" : method;
    }
  }

  private static String text(Bytes data, int from, int length) {
    return new String(data.copy(from, length), StandardCharsets.UTF_8);
  }

  private static Optional<IpAddress> address(Bytes data, int from) {
    return Optional.of(IpAddress.v4((int) data.u32(from)));
  }

  /// RFC 2866 5.1.
  private static String status(long value) {
    return switch ((int) value) {
      case 1 -> "Start";
      case 2 -> "Stop";
      case 3 -> "Interim-Update";
      case 7 -> "Accounting-On";
      case 8 -> "Accounting-Off";
      default -> Long.toString(value);
    };
  }
}
