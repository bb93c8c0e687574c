package io.aegispcap.testkit.packet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// RFC 9293.
final class TcpHeader implements Header {
  private static final int LENGTH = 20;

  private final int sourcePort;
  private final int destinationPort;
  private final ByteArrayOutputStream options = new ByteArrayOutputStream();
  int flags = PacketBuilder.ACK;
  int sequence;
  int acknowledgement;
  int window = 64_240;

  TcpHeader(int sourcePort, int destinationPort) {
    this.sourcePort = sourcePort;
    this.destinationPort = destinationPort;
  }

  void option(byte... bytes) {
    options.writeBytes(bytes);
  }

  @Override
  public int etherType() {
    return 0;
  }

  @Override
  public int ipProtocol() {
    return 6;
  }

  @Override
  public byte[] encode(Place place) {
    int headerLength = LENGTH + (options.size() + 3 & ~3);
    ByteBuffer buffer = place.buffer(headerLength);
    buffer.putShort((short) sourcePort).putShort((short) destinationPort);
    buffer.putInt(sequence).putInt(acknowledgement);
    buffer.put((byte) (headerLength << 2)).put((byte) flags).putShort((short) window);
    buffer.putInt(0).put(options.toByteArray());
    long pseudo = place.ip().pseudoHeader(6, buffer.capacity());
    buffer.putShort(16, Checksum.fold(pseudo + Checksum.sum(Place.bytes(buffer))));
    return Place.bytes(buffer);
  }
}
