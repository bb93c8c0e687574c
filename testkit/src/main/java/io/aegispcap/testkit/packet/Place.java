package io.aegispcap.testkit.packet;

import java.nio.ByteBuffer;
import java.util.List;

/// Where a header stands in a packet being built.
///
/// @param headers all of them, the outermost first
/// @param index of this one
/// @param body the encoded bytes inside it
record Place(List<Header> headers, int index, byte[] body) {
  private boolean innermost() {
    return index + 1 == headers.size();
  }

  int innerEtherType() {
    int type = innermost() ? 0 : headers.get(index + 1).etherType();
    return type == 0 ? Header.NO_ETHER_TYPE : type;
  }

  int innerProtocol() {
    return innermost() ? Header.NO_PROTOCOL : headers.get(index + 1).ipProtocol();
  }

  /// The nearest IP header outside this one.
  IpHeader ip() {
    for (int i = index - 1; i >= 0; i--) {
      if (headers.get(i) instanceof IpHeader ip) {
        return ip;
      }
    }
    throw new IllegalStateException("a transport header needs an IP header before it");
  }

  /// A buffer with room for a header of that length, and the body already behind it.
  ByteBuffer buffer(int headerLength) {
    return ByteBuffer.allocate(headerLength + body.length).put(headerLength, body);
  }

  /// All bytes of a buffer, wherever it stands.
  static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.get(0, bytes);
    return bytes;
  }
}
