package io.aegispcap.testkit.packet;

import java.nio.ByteBuffer;
import java.util.function.BiConsumer;

/// A header of fixed length that is written from what stands around it.
record PlainHeader(int etherType, int ipProtocol, int length, BiConsumer<ByteBuffer, Place> writer)
    implements Header {
  static final int ETHERNET_BRIDGING = 0x6558;

  @Override
  public byte[] encode(Place place) {
    ByteBuffer buffer = place.buffer(length);
    writer.accept(buffer, place);
    return Place.bytes(buffer);
  }
}
