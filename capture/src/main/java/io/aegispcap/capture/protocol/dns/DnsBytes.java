package io.aegispcap.capture.protocol.dns;

import io.aegispcap.capture.protocol.MalformedMessageException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// One DNS message as bytes, read from a position on: a reused cursor over bytes that it does not
/// copy. Names are expanded; their compression pointers must lead backwards, so that none loops
/// (RFC 1035 4.1.4).
final class DnsBytes {
  static final int HEADER = 12;
  private static final int POINTER = 0xc0;
  private static final int MAX_NAME = 255;
  private static final int MAX_ESCAPED = 4;
  private static final int LABEL = 64;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  /// What a byte of a label becomes; 0 when it has to be escaped.
  private static final byte[] PLAIN = plain();

  private final byte[] text = new byte[MAX_NAME * MAX_ESCAPED];
  private byte[] bytes = {};
  private int start;
  private int end;
  private int position;
  private String firstName = "";

  private static byte[] plain() {
    byte[] plain = new byte[256];
    for (int value = ' ' + 1; value < 127; value++) {
      boolean upper = value >= 'A' && value <= 'Z';
      plain[value] = (byte) (upper ? value + 32 : value);
    }
    plain['.'] = 0;
    plain['\\'] = 0;
    return plain;
  }

  /// Points it at another message, which must stay as it is while it is read.
  ///
  /// @throws MalformedMessageException when it is too short for a header
  void over(byte[] array, int from, int length) {
    bytes = array;
    start = from;
    end = length;
    position = HEADER;
    firstName = "";
    if (end < HEADER) {
      throw cut();
    }
  }

  int length() {
    return end;
  }

  int position() {
    return position;
  }

  void moveTo(int position) {
    if (position < 0 || position > end) {
      throw cut();
    }
    this.position = position;
  }

  int u8() {
    if (position >= end) {
      throw cut();
    }
    return bytes[start + position++] & 0xff;
  }

  int u16() {
    int value = u16At(position);
    position += 2;
    return value;
  }

  long u32() {
    return ((long) u16() << 16) | u16();
  }

  long u64() {
    return (u32() << 32) | u32();
  }

  int u16At(int index) {
    if (index > end - 2) {
      throw cut();
    }
    int at = start + index;
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  /// Steps over a name and checks the labels that stand here, not those pointed to.
  void skipName() {
    int from = position;
    int length = u8();
    while (length != 0) {
      if ((length & POINTER) == POINTER) {
        u8();
        return;
      }
      if (length >= LABEL || position - from + length >= MAX_NAME) {
        throw badName();
      }
      moveTo(position + length);
      length = u8();
    }
  }

  /// Reads a name: lower case, escaped, without the last dot; `.` for the root.
  String name() {
    int from = position;
    if (from > HEADER && from + 1 < end && u16At(from) == ((POINTER << 8) | HEADER)) {
      position += 2;
      return firstName();
    }
    String name = expand(from);
    if (from == HEADER) {
      firstName = name;
    }
    return name;
  }

  private String firstName() {
    if (firstName.isEmpty()) {
      int back = position;
      position = HEADER;
      firstName = expand(HEADER);
      position = back;
    }
    return firstName;
  }

  private String expand(int from) {
    int used = 0;
    int wire = 0;
    int at = from;
    int lowest = from;
    int after = -1;
    while (true) {
      int length = byteAt(at++);
      if (length == 0) {
        break;
      }
      if ((length & POINTER) == POINTER) {
        int target = ((length & 0x3f) << 8) | byteAt(at++);
        after = after < 0 ? at : after;
        if (target >= lowest || target < HEADER) {
          throw badName();
        }
        at = target;
        lowest = target;
        continue;
      }
      wire += length + 1;
      if (length >= LABEL || wire >= MAX_NAME || at + length > end) {
        throw badName();
      }
      used = label(at, length, used);
      at += length;
    }
    position = after < 0 ? at : after;
    return used == 0 ? "." : new String(text, 0, used, StandardCharsets.ISO_8859_1);
  }

  /// Names are shorter than [#MAX_NAME] bytes, so that the text has room for all of them escaped.
  private int label(int from, int length, int used) {
    byte[] source = bytes;
    byte[] target = text;
    int to = used;
    if (to > 0) {
      target[to++] = '.';
    }
    int at = start + from;
    int labelEnd = at + length;
    while (at <= labelEnd - Long.BYTES) {
      long eight = (long) EIGHT.get(source, at);
      if (EightBytes.needEscape(eight)) {
        to = each(at, at + Long.BYTES, to);
      } else {
        EIGHT.set(target, to, EightBytes.lowerCase(eight));
        to += Long.BYTES;
      }
      at += Long.BYTES;
    }
    return each(at, labelEnd, to);
  }

  private int each(int from, int to, int used) {
    int next = used;
    for (int i = from; i < to; i++) {
      byte plain = PLAIN[bytes[i] & 0xff];
      if (plain != 0) {
        text[next++] = plain;
      } else {
        next = escape(bytes[i] & 0xff, next);
      }
    }
    return next;
  }

  private int escape(int value, int used) {
    int to = used;
    text[to++] = '\\';
    if (value == '.' || value == '\\') {
      text[to++] = (byte) value;
      return to;
    }
    text[to++] = (byte) ('0' + value / 100);
    text[to++] = (byte) ('0' + value / 10 % 10);
    text[to++] = (byte) ('0' + value % 10);
    return to;
  }

  private int byteAt(int index) {
    if (index >= end) {
      throw cut();
    }
    return bytes[start + index] & 0xff;
  }

  private static MalformedMessageException cut() {
    return new MalformedMessageException("DNS message cut short");
  }

  private static MalformedMessageException badName() {
    return new MalformedMessageException("DNS name too long, or its compression leads forwards");
  }
}
