package io.aegispcap.testkit.packet;

import java.nio.ByteBuffer;

/// RFC 8200.
final class Ipv6Header extends IpHeader {
  private static final int LENGTH = 40;
  private static final int FRAGMENT_LENGTH = 8;
  private static final int FRAGMENT = 44;

  Ipv6Header(String source, String destination) {
    super(source, destination);
    if (this.source.length != 16 || this.destination.length != 16) {
      throw new IllegalArgumentException("not IPv6 addresses: " + source + ", " + destination);
    }
  }

  @Override
  public int etherType() {
    return 0x86dd;
  }

  @Override
  public int ipProtocol() {
    return 41;
  }

  @Override
  public byte[] encode(Place place) {
    ByteBuffer buffer = place.buffer(LENGTH);
    fixed(buffer, place.innerProtocol());
    return Place.bytes(buffer);
  }

  private void fixed(ByteBuffer buffer, int next) {
    buffer.putInt(6 << 28 | trafficClass << 20);
    buffer.putShort((short) (buffer.capacity() - LENGTH));
    buffer.put((byte) next).put((byte) timeToLive);
    buffer.put(source).put(destination);
  }

  @Override
  byte[] encodeFragment(Place place, int offset, boolean more) {
    ByteBuffer buffer = place.buffer(LENGTH + FRAGMENT_LENGTH);
    fixed(buffer, FRAGMENT);
    buffer.put((byte) place.innerProtocol()).put((byte) 0);
    buffer.putShort((short) (offset | (more ? 1 : 0))).putInt(id);
    return Place.bytes(buffer);
  }
}
