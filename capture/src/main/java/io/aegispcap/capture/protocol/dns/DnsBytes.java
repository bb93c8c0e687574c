package io.aegispcap.capture.protocol.dns;

import io.aegispcap.capture.protocol.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One DNS message as bytes, read from a position on. Names are expanded; their compression
/// pointers must lead backwards, so that none loops (RFC 1035 4.1.4).
final class DnsBytes {
  static final int HEADER = 12;
  private static final int POINTER = 0xc0;
  private static final int MAX_NAME = 255;
  private static final int MAX_ESCAPED = 4;
  private static final int LABEL = 64;
  private static final int LONGEST = MAX_NAME * MAX_ESCAPED;

  private final byte[] message;
  private final int end;
  private int position = HEADER;
  private String firstName = "";
  private byte[] text;

  DnsBytes(byte[] message) {
    this.message = message;
    this.end = message.length;
    this.text = new byte[Math.min(end, MAX_NAME)];
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
    return message[position++] & 0xff;
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
    return ((message[index] & 0xff) << 8) | (message[index + 1] & 0xff);
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

  private int label(int from, int length, int used) {
    int to = used;
    makeRoom(used + 1 + length);
    if (to > 0) {
      text[to++] = '.';
    }
    for (int i = from; i < from + length; i++) {
      int value = message[i] & 0xff;
      if (value >= 'A' && value <= 'Z') {
        text[to++] = (byte) (value + 32);
      } else if (value > ' ' && value < 127 && value != '.' && value != '\\') {
        text[to++] = (byte) value;
      } else {
        to = escape(value, to);
      }
    }
    return to;
  }

  private int escape(int value, int used) {
    int to = used;
    makeRoom(used + MAX_ESCAPED + LABEL);
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

  /// Names fit the first size but for escapes, and for pointers that repeat much of the message.
  private void makeRoom(int needed) {
    if (needed > text.length && text.length < LONGEST) {
      text = Arrays.copyOf(text, LONGEST);
    }
  }

  private int byteAt(int index) {
    if (index >= end) {
      throw cut();
    }
    return message[index] & 0xff;
  }

  private static MalformedMessageException cut() {
    return new MalformedMessageException("DNS message cut short");
  }

  private static MalformedMessageException badName() {
    return new MalformedMessageException("DNS name too long, or its compression leads forwards");
  }
}
