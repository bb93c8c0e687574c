package io.aegispcap.capture.protocol.rpc;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Recognition;
import java.util.UUID;

/// The header that all PDUs of connection-oriented RPC begin with. Source: C706 12.6.3.1.
final class RpcPdu {
  static final int HEADER = 16;

  static final int REQUEST = 0;
  static final int RESPONSE = 2;
  static final int FAULT = 3;
  static final int BIND = 11;
  static final int BIND_ACK = 12;
  static final int BIND_NAK = 13;
  static final int ALTER_CONTEXT = 14;
  static final int ALTER_CONTEXT_RESPONSE = 15;
  static final int AUTH3 = 16;

  private static final int LAST_TYPE = 19;
  private static final int VERSION = 5;
  private static final int FIRST_FRAGMENT = 1;
  private static final int LAST_FRAGMENT = 2;
  private static final int OBJECT_UUID = 0x80;
  private static final int LITTLE_ENDIAN = 0x10;
  private static final int VERIFIER = 8;
  private static final int REQUEST_HEADER = 24;
  private static final int UUID_LENGTH = 16;

  private final Bytes bytes;
  private final boolean little;

  /// @param bytes a whole PDU
  RpcPdu(Bytes bytes) {
    this.bytes = bytes;
    this.little = (bytes.u8(4) & LITTLE_ENDIAN) != 0;
  }

  static Recognition recognise(Bytes first) {
    int there = Math.min(first.length(), HEADER);
    if (there > 0 && first.u8(0) != VERSION || there > 1 && first.u8(1) > 1) {
      return Recognition.NO;
    }
    if (there > 2 && first.u8(2) > LAST_TYPE) {
      return Recognition.NO;
    }
    if (there < HEADER) {
      return Recognition.MORE;
    }
    boolean represented =
        (first.u8(4) & ~LITTLE_ENDIAN) == 0 && first.u8(5) == 0 && first.u16(6) == 0;
    int length = statedLength(first);
    return represented && length >= HEADER && verifier(first) <= length - HEADER
        ? Recognition.YES
        : Recognition.NO;
  }

  /// Bytes of the PDU whose header that is.
  ///
  /// @throws MalformedMessageException when it is none
  static int length(Bytes header) {
    int length = statedLength(header);
    if (header.u8(0) != VERSION || length < HEADER) {
      throw new MalformedMessageException("not an RPC message");
    }
    return length;
  }

  private static int statedLength(Bytes header) {
    return (header.u8(4) & LITTLE_ENDIAN) != 0 ? header.u16Little(8) : header.u16(8);
  }

  private static int verifier(Bytes header) {
    return (header.u8(4) & LITTLE_ENDIAN) != 0 ? header.u16Little(10) : header.u16(10);
  }

  int type() {
    return bytes.u8(2);
  }

  boolean isFirst() {
    return (bytes.u8(3) & FIRST_FRAGMENT) != 0;
  }

  boolean isLast() {
    return (bytes.u8(3) & LAST_FRAGMENT) != 0;
  }

  boolean isLittle() {
    return little;
  }

  long callId() {
    return u32(12);
  }

  int u16(int index) {
    return little ? bytes.u16Little(index) : bytes.u16(index);
  }

  long u32(int index) {
    return little ? bytes.u32Little(index) : bytes.u32(index);
  }

  int u8(int index) {
    return bytes.u8(index);
  }

  /// In its usual form, in lower case.
  String uuid(int index) {
    long high = u32(index) << 32 | (long) u16(index + 4) << 16 | u16(index + 6);
    return new UUID(high, bytes.u64(index + 8)).toString();
  }

  /// Arguments or results, without what vouches for them.
  Bytes stub() {
    boolean named = type() == REQUEST && (bytes.u8(3) & OBJECT_UUID) != 0;
    int from = REQUEST_HEADER + (named ? UUID_LENGTH : 0);
    int end = bytes.length();
    if (authLength() > 0) {
      int trailer = trailer();
      end = Math.max(from, trailer - bytes.u8(trailer + 2));
    }
    return bytes.slice(from, end - from);
  }

  int authLength() {
    return u16(10);
  }

  /// Number of the security provider (MS-RPCE 2.2.1.1.7); only when [#authLength] is above 0.
  int provider() {
    return bytes.u8(trailer());
  }

  /// Level of protection (MS-RPCE 2.2.1.1.8); only when [#authLength] is above 0.
  int level() {
    return bytes.u8(trailer() + 1);
  }

  /// What the provider says.
  Bytes token() {
    return bytes.slice(bytes.length() - authLength(), authLength());
  }

  private int trailer() {
    return bytes.length() - authLength() - VERIFIER;
  }
}
