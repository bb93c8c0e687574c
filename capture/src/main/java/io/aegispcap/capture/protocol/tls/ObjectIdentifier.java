package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;

/// Object identifiers in dotted decimal (X.690 8.19).
final class ObjectIdentifier {
  private static final int MAX_LENGTH = 64;

  private ObjectIdentifier() {}

  static String read(Bytes contents) {
    int length = contents.length();
    if (length == 0 || length > MAX_LENGTH || contents.u8(length - 1) >= 0x80) {
      throw new MalformedMessageException("certificate: bad object identifier");
    }
    StringBuilder text = new StringBuilder();
    long arc = 0;
    for (int i = 0; i < length; i++) {
      int value = contents.u8(i);
      if (arc >= 1L << 48) {
        throw new MalformedMessageException("certificate: object identifier too large");
      }
      arc = arc << 7 | (value & 0x7f);
      if (value < 0x80) {
        append(text, arc);
        arc = 0;
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, long arc) {
    if (text.isEmpty()) {
      long first = Math.min(arc / 40, 2);
      text.append(first).append('.').append(arc - 40 * first);
    } else {
      text.append('.').append(arc);
    }
  }
}
