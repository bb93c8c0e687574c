package io.aegispcap.capture.protocol.quic;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/// Puts the pieces of one side's handshake together, whatever their order (RFC 9000 19.6), up to 64
/// KiB.
final class CryptoStream {
  private static final int LIMIT = 1 << 16;
  private static final int HEADER = 4;

  private final BitSet present = new BitSet();
  private byte[] bytes = {};

  void add(long offset, Bytes data) {
    if (offset > LIMIT - data.length()) {
      throw new MalformedMessageException("QUIC handshake longer than " + LIMIT + " bytes");
    }
    int from = (int) offset;
    int to = from + data.length();
    if (to > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(LIMIT, Math.max(to, 2 * bytes.length)));
    }
    data.copyTo(0, bytes, from, data.length());
    present.set(from, to);
  }

  /// The body of the first handshake message, when it is whole.
  ///
  /// @throws MalformedMessageException when it is of another type, or too long
  Optional<Bytes> message(int type) {
    int whole = present.nextClearBit(0);
    if (whole < HEADER) {
      return Optional.empty();
    }
    Bytes view = Bytes.of(bytes);
    int length = view.u24(1);
    if (view.u8(0) != type || length > LIMIT - HEADER) {
      throw new MalformedMessageException("not the handshake message expected in QUIC");
    }
    return whole < HEADER + length ? Optional.empty() : Optional.of(view.slice(HEADER, length));
  }
}
