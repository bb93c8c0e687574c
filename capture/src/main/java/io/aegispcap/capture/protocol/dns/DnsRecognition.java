package io.aegispcap.capture.protocol.dns;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Recognition;

/// Whether bytes are a DNS message: a header that makes sense, counts that fit, and questions that
/// read to their end with a known class. Random bytes pass once in about 10^9 tries.
final class DnsRecognition {
  private static final int STREAM_PREFIX = 2;
  private static final int SMALLEST_QUESTION = 5;
  private static final int SMALLEST_RECORD = 11;
  private static final int LONGEST_QUESTION = 259;
  private static final int MAX_QUESTIONS = 64;
  private static final int CLASS_BITS = 0x7fff;

  private DnsRecognition() {}

  /// A stream: two bytes of length, then a message (RFC 1035 4.2.2).
  static Recognition ofStream(Bytes first) {
    if (first.length() < STREAM_PREFIX) {
      return Recognition.MORE;
    }
    int length = first.u16(0);
    if (length < DnsBytes.HEADER + SMALLEST_QUESTION) {
      return Recognition.NO;
    }
    int there = first.length() - STREAM_PREFIX;
    if (there < DnsBytes.HEADER) {
      return Recognition.MORE;
    }
    if (!isHeader(first, STREAM_PREFIX, length)) {
      return Recognition.NO;
    }
    boolean enough = there >= Math.min(length, DnsBytes.HEADER + LONGEST_QUESTION);
    return enough ? ofMessage(first, STREAM_PREFIX, Math.min(length, there)) : Recognition.MORE;
  }

  static Recognition ofMessage(Bytes first, int from, int length) {
    if (length < DnsBytes.HEADER + SMALLEST_QUESTION || !isHeader(first, from, length)) {
      return Recognition.NO;
    }
    int questions = first.u16(from + 4);
    int answers = first.u16(from + 6);
    try {
      int at = from + DnsBytes.HEADER;
      for (int i = 0; i < questions && at < from + length; i++) {
        at = afterEntry(first, at, from + length, 4);
      }
      if (questions == 0 && answers > 0) {
        afterEntry(first, at, from + length, 10);
      }
      return Recognition.YES;
    } catch (MalformedMessageException notDns) {
      return Recognition.NO;
    }
  }

  private static boolean isHeader(Bytes first, int from, int length) {
    int flags = first.u16(from + 2);
    int questions = first.u16(from + 4);
    int answers = first.u16(from + 6);
    boolean response = (flags & 0x8000) != 0;
    boolean sane = isOperation((flags >> 11) & 15) && (flags & 0x40) == 0;
    boolean says = response ? questions + answers > 0 : questions > 0 && (flags & 15) == 0;
    return sane && says && questions <= MAX_QUESTIONS && fits(first, from, length);
  }

  /// Query, inverse query, status, notify, update; 5 to 9 are NetBIOS registration to refresh too.
  private static boolean isOperation(int operation) {
    return operation <= 2 || (operation >= 4 && operation <= 9);
  }

  private static boolean fits(Bytes first, int from, int length) {
    int questions = first.u16(from + 4);
    int records = first.u16(from + 6) + first.u16(from + 8) + first.u16(from + 10);
    int smallest = questions * SMALLEST_QUESTION + records * SMALLEST_RECORD;
    boolean cut = length >= DnsBytes.HEADER + LONGEST_QUESTION;
    return smallest <= length - DnsBytes.HEADER || (cut && records <= 64);
  }

  /// Steps over a name and what follows it, of which the second pair of bytes is a class.
  private static int afterEntry(Bytes first, int from, int end, int rest) {
    int at = from;
    int label = first.u8(at++);
    while (label != 0) {
      if (label >= 0xc0) {
        at++;
        break;
      }
      if (label >= 64 || at - from + label > 254) {
        throw new MalformedMessageException("not a DNS name");
      }
      at += label;
      label = first.u8(at++);
    }
    if (at + rest > end || !DnsNames.isKnownClass(first.u16(at + 2) & CLASS_BITS)) {
      throw new MalformedMessageException("not a DNS record");
    }
    return at + rest;
  }
}
