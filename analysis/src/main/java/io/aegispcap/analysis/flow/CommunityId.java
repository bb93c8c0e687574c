package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.packet.Packet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// Community ID v1: a name for a flow that every tool computes alike, whichever direction it saw
/// first. Each thread uses its own. Source: github.com/corelight/community-id-spec.
public final class CommunityId {
  /// `1:` and 28 characters of Base64.
  public static final int LENGTH = 30;

  private final int seed;
  private final MessageDigest digest;
  private final ByteBuffer input = ByteBuffer.allocate(40);
  private final byte[] text = new byte[LENGTH];
  private final Tuple tuple = new Tuple();

  /// With seed 0, as tools use unless told otherwise.
  public CommunityId() {
    this(0);
  }

  /// @param seed 0 to 65535; sites use their own to keep ids apart
  public CommunityId(int seed) {
    this.seed = seed;
    try {
      digest = MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  public String of(FlowKey key) {
    IpAddress source = key.source();
    IpAddress destination = key.destination();
    return new String(
        compute(
            source.high(),
            source.low(),
            destination.high(),
            destination.low(),
            key.sourcePort(),
            key.destinationPort(),
            key.protocol()),
        StandardCharsets.US_ASCII);
  }

  /// The id as ASCII bytes in an array that the next call overwrites.
  public byte[] of(Flow flow) {
    return compute(
        flow.sourceHigh,
        flow.sourceLow,
        flow.destinationHigh,
        flow.destinationLow,
        flow.sourcePort,
        flow.destinationPort,
        flow.protocol);
  }

  /// The id of the flow that a decoded packet belongs to.
  public String of(Packet packet) {
    tuple.of(packet);
    return new String(
        compute(
            tuple.sourceHigh,
            tuple.sourceLow,
            tuple.destinationHigh,
            tuple.destinationLow,
            tuple.sourcePort,
            tuple.destinationPort,
            tuple.protocol),
        StandardCharsets.US_ASCII);
  }

  private byte[] compute(
      long sourceHigh,
      long sourceLow,
      long destinationHigh,
      long destinationLow,
      int sourcePort,
      int destinationPort,
      int protocol) {
    boolean ordered =
        oneWay(protocol, sourcePort)
            || inOrder(
                Long.compareUnsigned(sourceHigh, destinationHigh),
                Long.compareUnsigned(sourceLow, destinationLow),
                sourcePort - destinationPort);
    input.clear();
    input.putShort((short) seed);
    put(ordered ? sourceHigh : destinationHigh, ordered ? sourceLow : destinationLow);
    put(ordered ? destinationHigh : sourceHigh, ordered ? destinationLow : sourceLow);
    input.put((byte) protocol).put((byte) 0);
    if (hasPorts(protocol)) {
      input.putShort((short) (ordered ? sourcePort : destinationPort));
      input.putShort((short) (ordered ? destinationPort : sourcePort));
    }
    digest.update(input.array(), 0, input.position());
    text[0] = '1';
    text[1] = ':';
    byte[] encoded = Base64.getEncoder().encode(digest.digest());
    System.arraycopy(encoded, 0, text, 2, encoded.length);
    return text;
  }

  private void put(long high, long low) {
    if (IpAddress.isV4(high, low)) {
      input.putInt((int) low);
    } else {
      input.putLong(high).putLong(low);
    }
  }

  private static boolean inOrder(int byHigh, int byLow, int byPort) {
    int order = byHigh != 0 ? byHigh : byLow != 0 ? byLow : byPort;
    return order <= 0;
  }

  private static boolean oneWay(int protocol, int type) {
    return (protocol == Packet.ICMP || protocol == Packet.ICMPV6)
        && IcmpTypes.counterpart(protocol, type) < 0;
  }

  private static boolean hasPorts(int protocol) {
    return switch (protocol) {
      case Packet.ICMP, Packet.TCP, Packet.UDP, Packet.ICMPV6, Packet.SCTP -> true;
      default -> false;
    };
  }
}
