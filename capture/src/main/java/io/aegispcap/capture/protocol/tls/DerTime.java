package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.asn1.DerReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// Times in certificates (RFC 5280 4.1.2.5), also with an offset or without seconds, as old
/// certificates have them. Fractions of seconds are dropped.
final class DerTime {
  private static final int MAX_LENGTH = 32;

  private final Bytes text;
  private int at;

  private DerTime(Bytes text) {
    this.text = text;
  }

  static Instant read(DerReader in) {
    int tag = in.peek();
    Bytes contents = in.value();
    if (contents.length() > MAX_LENGTH) {
      throw bad();
    }
    try {
      return new DerTime(contents).read(tag);
    } catch (DateTimeException e) {
      throw bad();
    }
  }

  private Instant read(int tag) {
    LocalDateTime local =
        LocalDateTime.of(year(tag), two(), two(), two(), two(), digitFollows() ? two() : 0);
    while (at < text.length() && (digitFollows() || text.u8(at) == '.')) {
      at++;
    }
    return local.toInstant(offset());
  }

  private int year(int tag) {
    int first = two();
    return switch (tag) {
      case DerReader.UTC_TIME -> first < 50 ? 2000 + first : 1900 + first;
      case DerReader.GENERALIZED_TIME -> 100 * first + two();
      default -> throw bad();
    };
  }

  private ZoneOffset offset() {
    if (at == text.length() || text.u8(at) == 'Z') {
      return ZoneOffset.UTC;
    }
    int sign = text.u8(at++);
    if (sign != '+' && sign != '-') {
      throw bad();
    }
    int hours = two();
    int minutes = two();
    return sign == '+'
        ? ZoneOffset.ofHoursMinutes(hours, minutes)
        : ZoneOffset.ofHoursMinutes(-hours, -minutes);
  }

  private boolean digitFollows() {
    return at < text.length() && text.u8(at) >= '0' && text.u8(at) <= '9';
  }

  private int two() {
    return 10 * digit() + digit();
  }

  private int digit() {
    if (!digitFollows()) {
      throw bad();
    }
    return text.u8(at++) - '0';
  }

  private static MalformedMessageException bad() {
    return new MalformedMessageException("certificate: bad time");
  }
}
