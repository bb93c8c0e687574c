package io.aegispcap.testkit.packet;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// RFC 791.
final class Ipv4Header extends IpHeader {
  private static final int LENGTH = 20;
  private static final int DO_NOT_FRAGMENT = 0x4000;
  private static final int MORE_FRAGMENTS = 0x2000;

  byte[] options = {};

  /// What the length field says; -1 for the truth.
  int totalLength = -1;

  Ipv4Header(String source, String destination) {
    super(source, destination);
  }

  @Override
  public int etherType() {
    return 0x0800;
  }

  @Override
  public int ipProtocol() {
    return 4;
  }

  @Override
  public byte[] encode(Place place) {
    return encode(place, DO_NOT_FRAGMENT);
  }

  @Override
  byte[] encodeFragment(Place place, int offset, boolean more) {
    return encode(place, offset >> 3 | (more ? MORE_FRAGMENTS : 0));
  }

  private byte[] encode(Place place, int fragmentWord) {
    int headerLength = LENGTH + options.length;
    ByteBuffer buffer = place.buffer(headerLength);
    buffer.put((byte) (0x40 | headerLength >> 2));
    buffer.put((byte) trafficClass);
    buffer.putShort((short) (totalLength < 0 ? buffer.capacity() : totalLength));
    buffer.putShort((short) id).putShort((short) fragmentWord);
    buffer.put((byte) timeToLive).put((byte) place.innerProtocol()).putShort((short) 0);
    buffer.put(source).put(destination).put(options);
    buffer.putShort(10, Checksum.of(Arrays.copyOf(Place.bytes(buffer), headerLength)));
    return Place.bytes(buffer);
  }
}
