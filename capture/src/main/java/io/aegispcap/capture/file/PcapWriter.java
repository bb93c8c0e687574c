package io.aegispcap.capture.file;

import io.aegispcap.capture.packet.Packet;
import java.io.IOException;

/// Writes pcap with nanoseconds, little endian; it has no place for what else is known of a frame.
/// Source: draft-ietf-opsawg-pcap.
final class PcapWriter implements RecordWriter {
  private static final int NANOSECONDS = 0xa1b23c4d;
  private static final int SNAP_LENGTH = 262_144;
  private static final long NANOSECONDS_PER_SECOND = 1_000_000_000L;
  private static final long MAX_SECONDS = 0xffff_ffffL;
  private static final int NO_LINK_TYPE = -1;

  private final OutputFile out;
  private int linkType = NO_LINK_TYPE;

  PcapWriter(OutputFile out) {
    this.out = out;
  }

  @Override
  public void frame(Packet packet, FrameContext context) throws IOException {
    if (linkType == NO_LINK_TYPE) {
      header(packet.linkType());
    } else if (linkType != packet.linkType()) {
      throw new IOException(
          "a pcap file holds one link type, and these frames have %s and %s: write pcapng"
              .formatted(LinkType.name(linkType), LinkType.name(packet.linkType())));
    }
    long seconds = Math.floorDiv(packet.timestamp(), NANOSECONDS_PER_SECOND);
    long nanoseconds = Math.floorMod(packet.timestamp(), NANOSECONDS_PER_SECOND);
    out.int32((int) Math.clamp(seconds, 0, MAX_SECONDS)).int32((int) nanoseconds);
    out.int32(packet.capturedLength()).int32(packet.originalLength());
    out.bytes(packet.data(), packet.offset(), packet.capturedLength());
  }

  private void header(int type) throws IOException {
    linkType = type;
    out.int32(NANOSECONDS).int16(2).int16(4).int32(0).int32(0);
    out.int32(SNAP_LENGTH).int32(type);
  }

  /// A pcap file has no place for keys.
  @Override
  public void secrets(DecryptionSecrets secrets) {}

  @Override
  public void end() throws IOException {
    if (linkType == NO_LINK_TYPE) {
      header(LinkType.ETHERNET);
    }
  }
}
